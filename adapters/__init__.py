"""The outside world: chat platforms, files and databases, one room each."""
