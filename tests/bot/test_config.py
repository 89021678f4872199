# ruff: noqa: E501  (one mistake and its line per row reads better unbroken)
"""Settings: what is read, and every mistake as one clear line."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from adapters.contract import Address, Alerts, CatchUp, EmptyDay
from adapters.discord.shards import Shards
from adapters.hours import QuietHours
from bot import config, secret
from bot.config import load_settings
from bot.mistakes import Mistakes, MistakesError
from bot.secret import Secret
from bot.silence import Limits
from bot.standing import follow_names
from briefs.codebook import Act, Length
from briefs.digests import Filter

NOW = datetime(2022, 3, 4, 9, tzinfo=UTC)
ORDER = '[[subscription]]\nid="a"\nplatform="console"\nat="08:00"\nzone="UTC"\n'


def load(folder: Path, toml: str = "", env: dict[str, str] | None = None, dotenv: str | None = None) -> config.Settings:
    file = folder / "own.toml"
    file.write_text(toml, encoding="utf-8")
    if dotenv is not None:
        (folder / ".env").write_text(dotenv, encoding="utf-8")
    return load_settings({"DATELINE_CONFIG": str(file), **(env or {})}, NOW)


def mistakes_of(folder: Path, toml: str, env: dict[str, str] | None = None) -> tuple[str, ...]:
    with pytest.raises(MistakesError) as caught:
        load(folder, toml, env)
    return caught.value.lines


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_shipped_file_is_read_and_holds_one_working_subscription(root: Path) -> None:
    settings = load_settings({"DATELINE_CONFIG": str(root / "dateline.toml")}, NOW)
    (one,) = settings.subscriptions
    assert one.address == Address("console", "here")
    assert (one.at, one.zone, one.created) == ((time(8),), "Asia/Phnom_Penh", NOW)
    assert one.follows == Filter(issues=("ukraine-war",), actors=("asean",))
    assert (settings.console.day, settings.console.ask) == (date(2022, 3, 3), "position cambodia")


def test_the_shipped_file_says_nothing_but_the_defaults_beside_its_subscription(root: Path, tmp_path: Path) -> None:
    shipped = load_settings({"DATELINE_CONFIG": str(root / "dateline.toml")}, NOW)
    bare = load(tmp_path)
    assert (shipped.http, shipped.console, shipped.names) == (bare.http, bare.console, bare.names)
    assert shipped.silence == bare.silence == Limits()


def test_names_are_the_usual_ones_unless_the_file_or_the_environment_says_otherwise(tmp_path: Path) -> None:
    assert load(tmp_path).names == config.NamePolicy()
    assert load(tmp_path, '[names]\npolicy="un"').names == config.NamePolicy("un")
    own = config.NamePolicy("file", tmp_path / "ours.tsv")
    assert load(tmp_path, '[names]\npolicy="file"\nfile="ours.tsv"').names == own
    assert load(tmp_path, '[names]\nfile="ours.tsv"').names == own
    assert load(tmp_path, '[names]\npolicy="un"', {"DATELINE_NAMES": "iso"}).names == config.NamePolicy("iso")
    assert load(tmp_path, "", {"DATELINE_NAMES": "ours.tsv"}).names == own
    alone = config.load_name_policy({"DATELINE_CONFIG": str(tmp_path / "own.toml"), "DATELINE_NAMES": "un"})
    assert alone == config.NamePolicy("un")


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ('[names]\npolicy="u.n."', 'own.toml: names.policy: "u.n." is not usable here; did you mean "un"?'),
        (
            '[names]\npolicy="file"',
            "own.toml: names.file: is missing; name your list under file, or choose usual, un or iso",
        ),
        (
            '[names]\npolicy="un"\nfile="x"',
            'own.toml: names.file: is not read under policy = "un"; write policy = "file" with it',
        ),
        ("[names]\npolicy=3", "own.toml: names.policy: 3 is not usable here; write one of usual, un, iso, file"),
        ('[names]\npolice="un"', 'own.toml: names.police: no such key; did you mean "policy"?'),
    ],
)
def test_a_mistake_in_the_names_is_one_line(tmp_path: Path, toml: str, line: str) -> None:
    assert mistakes_of(tmp_path, toml) == (line,)
    with pytest.raises(MistakesError) as caught:
        config.load_name_policy({"DATELINE_CONFIG": str(tmp_path / "own.toml")})
    assert caught.value.lines == (line,)


def test_env_example_names_every_variable_and_sets_none(root: Path) -> None:
    lines = (root / ".env.example").read_text(encoding="utf-8").splitlines()
    assigned = [line for line in lines if line and not line.startswith("#")]
    assert sorted(assigned) == sorted(f"{name}=" for name in config.VARIABLES)


def test_http_binds_to_loopback_unless_configured(tmp_path: Path) -> None:
    assert load(tmp_path).http.host == "127.0.0.1"
    assert load(tmp_path, '[http]\nhost="0.0.0.0"\nport=9000').http == config.Http("0.0.0.0", 9000)


def test_who_may_order_digests_on_slack_is_listed(tmp_path: Path) -> None:
    assert load(tmp_path).slack_managers == ("installer", "admins")
    listed = load(tmp_path, '[slack]\nmanagers=["channel-creator", "U0123456789"]')
    assert listed.slack_managers == ("channel-creator", "U0123456789")
    assert load(tmp_path, "[slack]\nmanagers=[]").slack_managers == ()
    for wrong in ('"admins"', '["everybody"]', "[1]"):
        with pytest.raises(MistakesError, match=r"slack\.managers.*channel-creator"):
            load(tmp_path, f"[slack]\nmanagers={wrong}")


def test_the_shards_of_a_process_are_those_discord_advises_unless_the_file_says_which(tmp_path: Path) -> None:
    token = {"DATELINE_DISCORD_TOKEN": "x"}
    for toml, shards in (
        ("", None),
        ('[discord]\nshards="auto"', None),
        ('[discord]\nshards="4-7/16"', Shards(4, 7, 16)),
    ):
        read = load(tmp_path, toml, token).discord
        assert read is not None
        assert read.shards == shards
        assert config.load_shards({config.CONFIG: str(tmp_path / "own.toml")}) == shards
    named = {config.CONFIG: str(tmp_path / "own.toml"), config.DISCORD_SHARDS: "0-3/16"}
    assert config.load_shards(named) == Shards(0, 3, 16)
    with pytest.raises(MistakesError, match='DATELINE_DISCORD_SHARDS: "16/16" names no shards; write "auto", or which'):
        config.load_shards({**named, config.DISCORD_SHARDS: "16/16"})


def test_a_prefix_of_slash_commands_arrives_and_reaches_the_manifest(tmp_path: Path) -> None:
    assert load(tmp_path).slack_prefix == ""
    assert load(tmp_path, '[slack]\nprefix="dl-"').slack_prefix == "dl-"
    (tmp_path / "own.toml").write_text('[slack]\nprefix="dl_"', encoding="utf-8")
    assert config.load_for_manifest({config.CONFIG: str(tmp_path / "own.toml")}) == ("dl_", "")
    (tmp_path / "own.toml").write_text('[slack]\nprefix=""', encoding="utf-8")
    with pytest.raises(MistakesError, match=r"slack\.prefix"):
        config.load_for_manifest({config.CONFIG: str(tmp_path / "own.toml")})


def test_every_key_of_a_subscription_arrives(tmp_path: Path) -> None:
    toml = (
        '[[subscription]]\nid="desk"\nplatform="discord"\nplace=123456789012345678\nat=09:30:00\nzone="Europe/Paris"\n'
        'weekdays=["Mon","friday"]\nlength="long"\nempty_day="say"\ncatch_up="all"\nlanguage="fr"\n'
        'publish=true\ntag="News"\nthread=true\ncorrections=false\nalerts="all"\noff=[2026-12-25,"12-31..01-01"]\nquiet="22:00-07:00"\n'
        'follows={issues="ukraine", actors=["asean","Laos"], acts=["sanction"]}\n'
    )
    (one,) = load(tmp_path, toml).subscriptions
    assert one.address == Address("discord", "123456789012345678")
    assert (one.at, one.weekdays, one.length) == ((time(9, 30),), frozenset({1, 5}), Length.LONG)
    assert (one.empty_day, one.catch_up) == (EmptyDay.SAY, CatchUp.ALL)
    assert one.follows == Filter(("ukraine",), ("asean", "Laos"), (Act.SANCTION,))
    assert one.language == "fr"
    assert (one.publish, one.tag, one.thread, one.corrections) == (True, "News", True, False)
    assert one.alerts is Alerts.ALL
    assert [str(dates) for dates in one.off] == ["2026-12-25", "12-31..01-01"]
    assert one.quiet == QuietHours(time(22), time(7))


def test_a_subscription_may_have_several_times_a_day(tmp_path: Path) -> None:
    (one,) = load(tmp_path, ORDER.replace('"08:00"', '["18:00", "08:00", 08:00:00]')).subscriptions
    assert one.at == (time(8), time(18))


def test_a_digest_in_no_language_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MistakesError, match="write one of en, fr"):
        load(tmp_path, '[[subscription]]\nid="a"\nplatform="console"\nat="08:00"\nzone="UTC"\nlanguage="xx"\n')


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ("colour = 1", 'own.toml: colour: no such key; known are admin, console, discord, http, language, names, silence, slack, subscription'),
        ("[htp]", 'own.toml: htp: no such key; did you mean "http"?'),
        ("[http]\nport=99999", "own.toml: http.port: 99999 is not usable here; write a number from 1 to 65535"),
        ("[http]\nport=true", "own.toml: http.port: True is not usable here; write a number from 1 to 65535"),
        ('[slack]\nprefix="DL "', 'own.toml: slack.prefix: "DL " is not usable here; write at most 12 of a-z, 0-9, - and _'),
        ('[discord]\nshards="16/16"', 'own.toml: discord.shards: "16/16" is not usable here; write "auto", or which of how many, like "0-3/16": they count from 0'),
        ("[discord]\nshards=4", 'own.toml: discord.shards: 4 is not usable here; write "auto", or which of how many'),
        ('[discord]\nshard="auto"', 'own.toml: discord.shard: no such key; did you mean "shards"?'),
        ("http=3", "own.toml: http: 3 is not a table; write keys under [http]"),
        ('[console]\ndigest="2022-02-30"', 'own.toml: console.digest: "2022-02-30" is not usable here; write a day'),
        ("subscription=3", "own.toml: subscription: is not a list of tables; head each one with [[subscription]]"),
        (ORDER.replace("08:00", "25:00"), 'own.toml: subscription[1].at: "25:00" is not usable here; write a time of day'),
        (ORDER.replace('"08:00"', '["08:00", "soon"]'), "own.toml: subscription[1].at: ['08:00', 'soon'] is not usable here; write a time of day like \"08:30\", or a list"),
        (ORDER.replace('"08:00"', "[]"), "own.toml: subscription[1].at: [] is not usable here; write a time of day"),
        (ORDER + 'off="12-25"', 'own.toml: subscription[1].off: "12-25" is not usable here; write a list of up to 40 dates like "2026-12-25"'),
        (ORDER + 'off=["25 December"]', "own.toml: subscription[1].off: ['25 December'] is not usable here; write a list"),
        (ORDER + 'off=["01-01..12-31"]', "own.toml: subscription[1].off: no day to post on is left within two years; leave out"),
        (ORDER + 'quiet="at night"', 'own.toml: subscription[1].quiet: "at night" is not usable here; write hours like "22:00-07:00"'),
        (ORDER + 'quiet="07:00-07:00"', "own.toml: subscription[1].quiet: "),
        (ORDER + 'lenght="short"', 'own.toml: subscription[1].lenght: no such key; did you mean "length"?'),
        (ORDER + 'length="brief"', 'own.toml: subscription[1].length: "brief" is not usable here; write line, short or long'),
        (ORDER + "alerts=true", "own.toml: subscription[1].alerts: True is not usable here; write one of off, changes, votes, all"),
        (ORDER + 'alerts="votes"\nfollows={acts=["statement"]}', 'own.toml: subscription[1].alerts: "votes" posts votes at once, and follows.acts leaves none; add "vote.held"'),
        (ORDER + 'weekdays=["mond","funday"]', "own.toml: subscription[1].weekdays: "),
        (ORDER + "weekdays=[]", "own.toml: subscription[1].weekdays: "),
        (ORDER.replace('"UTC"', '"Europe/Pari"'), 'own.toml: subscription[1].zone: "Europe/Pari" is no zone of the IANA list; did you mean "Europe/Paris"?'),
        (ORDER.replace('"UTC"', '"../../etc/passwd"'), "own.toml: subscription[1].zone: "),
        (ORDER + ORDER, 'own.toml: subscription[2].id: "a" stands twice; give each subscription an id of its own'),
        (ORDER + 'follows={acts=["vote"]}', 'own.toml: subscription[1].follows.acts: "vote" is not an act; did you mean'),
        (ORDER + 'follows={country=["x"]}', "own.toml: subscription[1].follows.country: no such key; known are actors, acts, changes, issues"),
        (ORDER.replace("console", "discord"), "own.toml: subscription[1].place: is missing; write the channel's id"),
        (ORDER.replace("console", "slack") + 'place="#general"', 'own.toml: subscription[1].place: "#general" is not the id'),
        (ORDER.replace("console", "irc"), 'own.toml: subscription[1].platform: "irc" is not usable here; write one of console'),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_file_key_what_and_what_to_do(tmp_path: Path, toml: str, line: str) -> None:
    lines = mistakes_of(tmp_path, toml)
    assert len(lines) == 1
    assert lines[0].startswith(line)
    assert "\n" not in lines[0]


def test_a_line_that_is_no_toml_is_told_with_its_place(tmp_path: Path) -> None:
    (line,) = mistakes_of(tmp_path, "[http]\nport = = 3")
    assert line.startswith("own.toml: is not TOML: ")
    assert "line 2" in line


def test_bytes_that_are_not_utf8_are_told(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes("[http]".encode("utf-16"))
    with pytest.raises(MistakesError, match=r"own.toml: is not UTF-8 at byte 0; save it as UTF-8"):
        load_settings({"DATELINE_CONFIG": str(file)}, NOW)


def test_a_named_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MistakesError, match=r"DATELINE_CONFIG: there is no file none.toml"):
        load_settings({"DATELINE_CONFIG": str(tmp_path / "none.toml")}, NOW)


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    assert len(mistakes_of(tmp_path, "[http]\nport=0\nhots=1\n[console]\nask=3\n")) == 3


def test_a_misspelt_variable_is_told_and_a_strange_one_left_alone(tmp_path: Path) -> None:
    (line,) = mistakes_of(tmp_path, "", {"DATELINE_DISCORD_TOKN": "x"})
    assert line.endswith("no such variable; did you mean DATELINE_DISCORD_TOKEN?")
    load(tmp_path, "", {"DATELINE_FLAVOUR": "mint"})


def test_the_environment_wins_over_the_env_file_and_empty_is_unset(tmp_path: Path) -> None:
    dotenv = "DATELINE_DISCORD_TOKEN=from-file\nDATELINE_SLACK_BOT_TOKEN=\n"
    settings = load(tmp_path, dotenv=dotenv)
    assert settings.discord == config.Discord(Secret("from-file"))
    assert settings.slack is None
    assert not settings.off
    settings = load(tmp_path, env={"DATELINE_DISCORD_TOKEN": "from-env"}, dotenv=dotenv)
    assert settings.discord == config.Discord(Secret("from-env"))


def test_the_operators_channels_are_read_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    assert load(tmp_path).admin == ()
    both = load(tmp_path, '[admin]\ndiscord=123456789012345678\nslack="C0123456789"\n').admin
    assert both == (Address("discord", "123456789012345678"), Address("slack", "C0123456789"))
    (line,) = mistakes_of(tmp_path, '[admin]\ndiscord="desk"\n')
    assert line.startswith('own.toml: admin.discord: "desk" is not the id of a place on discord')


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({secret.SLACK_BOT_TOKEN: "xoxb-1"}, "DATELINE_SLACK_BOT_TOKEN alone is not enough"),
        ({secret.SLACK_APP_TOKEN: "xapp-1"}, "DATELINE_SLACK_BOT_TOKEN is missing"),
        ({secret.SLACK_SIGNING_SECRET: "s"}, "DATELINE_SLACK_BOT_TOKEN is missing"),
        ({secret.SLACK_BOT_TOKEN: "xapp-1", secret.SLACK_APP_TOKEN: "xoxb-1"}, "they are swapped"),
    ],
)
def test_half_a_slack_is_switched_off_with_one_line_and_discord_goes_on(
    tmp_path: Path, env: dict[str, str], said: str
) -> None:
    settings = load(tmp_path, env={**env, secret.DISCORD_TOKEN: "d"})
    assert settings.slack is None
    assert settings.discord is not None
    assert said in settings.off["slack"]
    assert settings.chats
    assert not any(value in settings.off["slack"] for value in env.values() if len(value) > 1)


@pytest.mark.parametrize("second", [secret.SLACK_APP_TOKEN, secret.SLACK_SIGNING_SECRET])
def test_a_whole_slack_is_socket_mode_or_http(tmp_path: Path, second: str) -> None:
    settings = load(tmp_path, env={secret.SLACK_BOT_TOKEN: "xoxb-1", second: "secret"})
    assert settings.slack is not None
    assert (settings.slack.app_token is None) == (second == secret.SLACK_SIGNING_SECRET)


def test_a_secret_never_prints(tmp_path: Path) -> None:
    settings = load(tmp_path, env={secret.DISCORD_TOKEN: "hush-hush"})
    assert settings.discord is not None
    for shown in (repr(settings), str(settings), f"{settings.discord.token}", f"{settings.discord.token!r:>20}"):
        assert "hush" not in shown
        assert "***" in shown
    with pytest.raises(TypeError):
        pickle.dumps(settings.discord.token)
    with pytest.raises(TypeError):
        copy.deepcopy(settings.discord.token)
    assert settings.discord.token.reveal() == "hush-hush"


def test_state_lives_in_the_named_folder_else_in_the_checkout(root: Path, tmp_path: Path) -> None:
    assert config.data_folder({"DATELINE_DATA": str(tmp_path)}) == tmp_path
    assert config.data_folder({}) == root / ".dateline"


def test_state_lives_in_the_users_folder_without_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "checkout", lambda: None)
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/share")
    assert config.data_folder({}) == Path("/somewhere/share/dateline")


def test_followed_names_become_ids_and_unknown_ones_are_told(tmp_path: Path) -> None:
    settings = load(tmp_path, ORDER + 'follows={actors=["Laos","Atlantis"], issues=["ukraine"]}')
    known = {"Laos": "LAO", "ukraine": "ukraine-war"}
    mistakes = Mistakes()
    (one,) = follow_names(settings.subscriptions, "own.toml", known.get, known.get, mistakes)
    assert one.follows == Filter(("ukraine-war",), ("LAO",))
    with pytest.raises(MistakesError, match=r'own.toml: subscription "a": follows.actors: "Atlantis" names no actor'):
        mistakes.settle()


APP = {
    secret.SLACK_CLIENT_ID: "1.2",
    secret.SLACK_CLIENT_SECRET: "hush-client",
    secret.SLACK_SIGNING_SECRET: "hush-signing",
    secret.SECRETS_KEY: f"{'A' * 43}=,{'B' * 43}=",
}
PUBLIC = '[http]\npublic = "https://dateline.example/"\n'


def test_an_app_for_many_workspaces_has_all_it_needs_and_prints_none_of_it(tmp_path: Path) -> None:
    settings = load(tmp_path, PUBLIC, APP)
    app = settings.slack
    assert isinstance(app, secret.SlackApp)
    assert (app.client_id, app.public) == ("1.2", "https://dateline.example")
    assert [key.reveal()[0] for key in app.keys] == ["A", "B"]
    assert len(settings.secrets) == 4
    assert not any(value in repr(settings) for value in settings.secrets)


@pytest.mark.parametrize(
    ("change", "toml", "said"),
    [
        ({secret.SLACK_CLIENT_SECRET: ""}, PUBLIC, "many workspaces install also needs DATELINE_SLACK_CLIENT_SECRET"),
        ({secret.SLACK_CLIENT_ID: ""}, PUBLIC, "also needs DATELINE_SLACK_CLIENT_ID"),
        ({secret.SECRETS_KEY: "", secret.SLACK_SIGNING_SECRET: ""}, PUBLIC,
         "DATELINE_SLACK_SIGNING_SECRET and DATELINE_SECRETS_KEY (`dateline keys new` prints one)"),
        ({secret.SECRETS_KEY: "a key"}, PUBLIC, "DATELINE_SECRETS_KEY holds something that is no key"),
        ({secret.SECRETS_KEY: f"{'A' * 43}=, nope"}, PUBLIC, "DATELINE_SECRETS_KEY holds something that is no key"),
        ({}, "", 'write public = "https://…" under [http]'),
        ({secret.SLACK_BOT_TOKEN: "xoxb-1"}, PUBLIC, "DATELINE_SLACK_BOT_TOKEN for a single one: unset one of them"),
        ({secret.SLACK_APP_TOKEN: "xapp-1"}, PUBLIC, "DATELINE_SLACK_APP_TOKEN for a single one: unset one of them"),
    ],
)  # fmt: skip
def test_half_an_app_for_many_workspaces_is_switched_off_with_one_line(
    tmp_path: Path, change: dict[str, str], toml: str, said: str
) -> None:
    settings = load(tmp_path, toml, APP | change)
    assert settings.slack is None
    assert said in settings.off["slack"]
    assert "\n" not in settings.off["slack"]
    assert not any(value in settings.off["slack"] for value in ("hush", "A" * 43, "a key"))


@pytest.mark.parametrize(
    "public", ["http://dateline.example", "dateline.example", "https://", "https://x.example/?a=b"]
)
def test_an_address_that_slack_cannot_reach_is_told(tmp_path: Path, public: str) -> None:
    (line,) = mistakes_of(tmp_path, f'[http]\npublic = "{public}"\n')
    assert line.startswith("own.toml: http.public: ")
    assert line.endswith('write the address others reach, like "https://your.host"')


def test_the_address_of_a_database_is_taken_and_never_printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    address = "postgresql://desk:s3cret@db.example/dateline"
    settings = config.load_settings({"DATELINE_DATABASE_URL": address}, NOW)
    assert settings.database is not None
    assert settings.database.reveal() == address
    assert address in settings.secrets
    assert "s3cret" not in repr(settings)
    assert config.load_database({"DATELINE_DATABASE_URL": address})[1] == settings.database
    assert config.load_database({})[1] is None


def test_what_is_no_address_of_a_database_is_told_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MistakesError) as told:
        config.load_database({"DATELINE_DATABASE_URL": "mysql://desk:s3cret@db.example/x"})
    assert "postgresql://user:password@host/name" in str(told.value)
    assert "s3cret" not in str(told.value)


def test_how_long_a_silence_may_be_is_set_in_minutes_and_days(tmp_path: Path) -> None:
    settings = load(tmp_path, "[silence]\ntick = 3\ndigest = 0\nrecords = 30\n")
    assert settings.silence == Limits(timedelta(minutes=3), timedelta(0), timedelta(days=30))
    assert mistakes_of(tmp_path, '[silence]\ntick = "soon"\nrecord = 1\n') == (
        'own.toml: silence.record: no such key; did you mean "records"?',
        'own.toml: silence.tick: "soon" is not usable here; write a whole number; 0 turns it off',
    )


def test_the_address_that_is_called_is_a_secret_and_told_nowhere(tmp_path: Path) -> None:
    settings = load(tmp_path, env={"DATELINE_HEARTBEAT_URL": "https://watch.example/ping/s3cret"})
    assert "https://watch.example/ping/s3cret" in settings.secrets
    assert "s3cret" not in repr(settings)
    [line] = mistakes_of(tmp_path, "", {"DATELINE_HEARTBEAT_URL": "watch/s3cret"})
    assert "DATELINE_HEARTBEAT_URL: no address that can be called" in line
    assert "s3cret" not in line
