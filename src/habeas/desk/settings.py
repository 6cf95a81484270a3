"""Django's settings, for the store that the environment names (``place.VARIABLE``).

Without one nothing can be served or read; the settings can still be loaded, as type checkers do.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from habeas.desk.store import StoreLocation, place_of_process
from habeas.vocabulary import InputError

PLACE = place_of_process()
HERE = Path(__file__).parent

IN_MEMORY = "PRAGMA temp_store=MEMORY;"
"""No file for a while in the folder for such files: it would hold what was sorted, names too."""

SQLITE_PRAGMAS = (
    f"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000; {IN_MEMORY}"
)
"""WAL, so that readers never wait; FULL, so that what was decided outlives a loss of power."""


def database(place: StoreLocation | None) -> dict[str, Any]:
    """Return Django's description of the store's database."""
    if place is None:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    if not place.database and place.read_only:
        return read_only_database(place)
    if not place.database:
        options = {"init_command": SQLITE_PRAGMAS, "transaction_mode": "IMMEDIATE", "timeout": 30}
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(place.sqlite),
            "OPTIONS": options,
            "CONN_MAX_AGE": None,
        }
    return postgresql(place.database)


def read_only_database(place: StoreLocation) -> dict[str, Any]:
    """Return the description of a SQLite file on a medium that cannot be written.

    ``immutable`` spares it the files that it else puts beside. Where changes still wait in such a
    file, because the store was not closed, it is read with them.
    """
    waiting = place.sqlite.with_name(place.sqlite.name + "-wal")
    left = waiting.exists() and waiting.stat().st_size > 0
    how = "mode=ro" if left else "mode=ro&immutable=1"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{place.sqlite.absolute().as_uri()}?{how}",
        "OPTIONS": {"uri": True, "init_command": f"PRAGMA query_only=ON; {IN_MEMORY}"},
        "CONN_MAX_AGE": None,
    }


def postgresql(url: str) -> dict[str, Any]:
    """Read postgresql://USER:PASSWORD@HOST:PORT/NAME?option=value. Raises InputError."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise InputError(
            "is not the address of a PostgreSQL database",
            "Write it as postgresql://user:password@host:5432/name.",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = PLACE.secret() if PLACE else ""
DEBUG = False
ALLOWED_HOSTS = list(PLACE.hosts) if PLACE else []
TRUSTED_PROXIES = PLACE.proxies if PLACE else ()
DATABASES = {"default": database(PLACE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "habeas.desk.addresses"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LANGUAGE_COOKIE_SAMESITE = "Lax"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "csp",
    "habeas.desk.apps.Desk",
]

MIDDLEWARE = [
    "habeas.desk.access.peer_address.PeerAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "habeas.desk.access.permission_middleware.PermissionMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [str(folder) for folder in sorted(HERE.glob("*/templates"))],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "habeas.desk.wording.words_of_request",
            ],
            "builtins": ["habeas.desk.templatetags.desk"],
        },
    }
]

# Static files are served from the package itself; nothing needs to be collected.
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

# Signing in: a password, then a code of the second factor; both are throttled.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
] + [{"NAME": "habeas.desk.access.passwords.GuessablePattern"}]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "cases"
PASSWORD_RESET_TIMEOUT = int(timedelta(days=7).total_seconds())
OTP_TOTP_ISSUER = "Habeas"
# Codes wait as passwords do (throttling): the library's own waits double without end, and would let
# whoever has a password shut its owner out for days.
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0
# By account and address together: otherwise whoever knows a name could lock its owner out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "desk/locked.html"
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "habeas.desk.access.peer_address.locked_address"
# Our own log tells who signed in; no second list of addresses is kept beside it.
AXES_DISABLE_ACCESS_LOG = True
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # the lock-out parameters are chosen above

# Sessions end: after an hour without a request, and with the browser.
SESSION_COOKIE_AGE = int(timedelta(hours=1).total_seconds())
SESSION_SAVE_EVERY_REQUEST = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "habeas.desk.access.refusal_pages.stale_form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = bool(PLACE and PLACE.https)
if SESSION_COOKIE_SECURE:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
    SECURE_SSL_REDIRECT = True

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 60_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "habeas.desk.intake.uploads.UnnamedFileUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "axes": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
