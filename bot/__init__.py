"""The application: decides when and for whom; owns no words and no payloads."""
