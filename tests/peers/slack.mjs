// Slack's Web API on loopback until standard input ends. Prints its port as one line. argv[2]: the seed, as JSON.
import { createEmulator } from "emulate";

const slack = await createEmulator({
  service: "slack",
  port: 0,
  hostname: "127.0.0.1",
  seed: { slack: JSON.parse(process.argv[2]) },
});
process.stdout.write(new URL(slack.url).port + "\n");
process.stdin.resume();
process.stdin.on("end", async () => {
  await slack.close();
  process.exit(0);
});
