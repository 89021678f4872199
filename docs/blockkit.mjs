// Blocks of Slack → HTML, by npm's slack-blocks-to-jsx. Standard input: [{"blocks": […], "theme": "dark"}, …].
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";
import { readFileSync } from "node:fs";

const face =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="#1d4e6f"/>' +
      '<text x="18" y="25" font-family="Lato" font-size="20" font-weight="700" fill="#fff" text-anchor="middle">D</text></svg>',
  );
// Slack itself names a channel to whoever may see it; these are those of the scenes.
const names = [
  { id: "C0DESK0001", name: "desk" },
  { id: "C0FLOOR002", name: "floor" },
];
const drawn = JSON.parse(readFileSync(0, "utf8")).map(({ blocks, theme, bare }) =>
  renderToStaticMarkup(
    createElement(Message, {
      blocks,
      theme,
      name: "Dateline",
      logo: face,
      time: new Date(2026, 10, 23, 12),
      withoutWrapper: bare,
      data: { channels: names },
      showBlockKitDebug: false,
    }),
  ),
);
process.stdout.write(JSON.stringify(drawn));
