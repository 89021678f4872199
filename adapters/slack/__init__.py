"""The Slack room: `client` speaks to Slack, `render` makes its payloads, `manifest` its app; `limits` and `builtins`
are data.
"""
