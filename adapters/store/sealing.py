"""Sealing: what the database keeps of tokens is unreadable without a key from the environment.

Fernet (AES-128-CBC with HMAC-SHA256, https://cryptography.io/en/latest/fernet/). Several keys make a rotation: the
first one seals, every one opens. Only here is `cryptography` imported.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

KEY_BYTES = 32


class Locked(Exception):
    """None of the keys opens it, or it is not what was sealed."""


def new_key() -> str:
    """A key as the environment holds it: 32 random bytes, 44 characters."""
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode()


def is_key(text: str) -> bool:
    """Whether this is a key that `new_key` could have made."""
    try:
        return len(base64.urlsafe_b64decode(text.encode())) == KEY_BYTES and len(text) == 44
    except (binascii.Error, ValueError):
        return False


class KeyRing:
    """Keys, the one that seals first. Never prints them."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys or not all(map(is_key, keys)):
            raise ValueError("a key has 44 characters, as `dateline keys new` prints it")
        self._keys = tuple(keys)

    @cached_property
    def _fernet(self) -> MultiFernet:
        from cryptography.fernet import Fernet, MultiFernet

        return MultiFernet([Fernet(key) for key in self._keys])

    def seal(self, owner: str, secrets: Mapping[str, str]) -> str:
        """The secrets of one owner, sealed. They open for that owner alone: a row copied to another stays shut."""
        return self._fernet.encrypt(json.dumps({"": owner, **secrets}).encode()).decode()

    def open(self, owner: str, sealed: str) -> dict[str, str]:
        """What was sealed. Raises `Locked`."""
        from cryptography.fernet import InvalidToken

        try:
            held = json.loads(self._fernet.decrypt(sealed.encode()))
        except (InvalidToken, ValueError) as error:
            raise Locked from error
        if not isinstance(held, dict) or held.pop("", None) != owner:
            raise Locked
        return {str(name): str(value) for name, value in held.items()}
