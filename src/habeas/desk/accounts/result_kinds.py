"""As what kinds of result it is kept what was worked out of people."""

KINDS = ANNOUNCED, ESTIMATED, ACCOUNT = "announced", "estimated", "account"
