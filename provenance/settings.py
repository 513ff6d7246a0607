"""Django settings, read from the environment.

With nothing set the product runs on this machine alone with a SQLite file. A public site sets
``ENVIRONMENT=production DATABASE_URL=postgresql://... SECRET_KEY=... ALLOWED_HOSTS=quotes.example``. An invalid value
is refused with a sentence that names the variable. `.env.example` explains the variables; `articles.checks` refuses
unsafe production settings.
"""

import os
import secrets
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from articles import __version__

BASE_DIR = Path(__file__).resolve().parent.parent
WEB_THREADS = 4  # in each of the WEB_WORKERS processes


def env_text(name: str, default: str = "") -> str:
    """Return a variable without the blanks around it; empty counts as not set."""
    return os.environ.get(name, "").strip() or default


def env_flag(name: str, *, default: bool = False) -> bool:
    """Return a variable that is 1 or 0 as a bool."""
    value = env_text(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value == "1"


def env_int(name: str, default: int, *, least: int = 0, most: int = 2**31 - 1) -> int:
    """Return a variable that is a whole number from `least` to `most`."""
    value = env_text(name, str(default))
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {value!r}.")
    return int(value)


def env_list(name: str, default: str = "") -> list[str]:
    """Return a variable that is a list with commas between its items."""
    return [word for part in env_text(name, default).split(",") if (word := part.strip())]


def parse_hours(name: str, words: list[str]) -> list[float]:
    """Return hours above zero, as the words of the variable `name` give them."""
    try:
        return [hours for word in words if (hours := float(word)) > 0]
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be hours with commas between them, as in 1,6,24.") from error


def env_choice(name: str, *options: str) -> str:
    """Return a variable that is one of the options; the first is the default."""
    value = env_text(name, options[0])
    if value not in options:
        raise ImproperlyConfigured(f"{name} must be {' or '.join(options)}, not {value!r}.")
    return value


def parse_database_url(url: str) -> dict[str, Any]:
    """Return Django's settings of the database that `url` names: a SQLite file or a PostgreSQL server, no third way."""
    if url.partition("://")[0] not in {"postgresql", "postgres", "sqlite"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql:// or sqlite:///.")
    try:
        described: dict[str, Any] = dict(dj_database_url.parse(url))
    except ValueError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read; special characters in its user or password are written as in %40 for @."
        ) from error
    name = str(described["NAME"])
    if name in {"", ":memory:"}:
        raise ImproperlyConfigured("DATABASE_URL names no database: its end is missing, as in /provenance.")
    if described["ENGINE"] == "django.db.backends.sqlite3":
        return sqlite_settings(BASE_DIR / name)
    return described | POSTGRESQL | {"OPTIONS": described.get("OPTIONS", {}) | {"pool": POSTGRESQL_POOL}}


# A connection for each thread of a process; a request that gets none within five seconds fails.
# With a pool, restarting PostgreSQL under load failed 0 of 2,587 requests; with kept connections, 32 of 3,034.
POSTGRESQL_POOL = {"min_size": 1, "max_size": WEB_THREADS, "timeout": 5}
POSTGRESQL: dict[str, Any] = {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


def sqlite_settings(path: Path) -> dict[str, Any]:
    """Return Django's settings of a SQLite file for several processes: readers never wait, writers take turns."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # With SQLite's default of 1,000 pages, linking every third article waits for a checkpoint of the log: the
        # slowest of twenty took 83 ms instead of 53. 16,000 pages are 64 MB of disk beside the file.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,  # seconds; the longest wait of four writers at once was 2.3
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=16000;",
        },
    }


def load_or_create_secret_key(path: Path) -> str:
    """Return the secret key of this installation, generated once into a file that only its owner may read."""
    try:
        with suppress(FileExistsError):
            opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(opened, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(64))
        key = path.read_text(encoding="ascii").strip()
    except OSError as error:
        done = "read" if os.path.exists(path) else "written"  # Path.exists() raises on a closed folder
        raise ImproperlyConfigured(
            f"The file {path} cannot be {done} ({error.strerror}): allow it, or set SECRET_KEY."
        ) from error
    if not key:
        raise ImproperlyConfigured(f"The file {path} is empty: delete it and another will be made, or set SECRET_KEY.")
    return key


ENVIRONMENT = env_choice("ENVIRONMENT", "local", "production")
PRODUCTION = ENVIRONMENT == "production"
DEBUG = env_flag("DEBUG")
PLAIN_HTTP = not PRODUCTION or env_flag("INSECURE_HTTP")
ALLOW_SQLITE = env_flag("ALLOW_SQLITE")

DATABASE_URL = env_text("DATABASE_URL")
DATABASES = {"default": parse_database_url(DATABASE_URL) if DATABASE_URL else sqlite_settings(BASE_DIR / "db.sqlite3")}
# Files of this installation lie beside the database file.
DATA_DIR = Path(DATABASES["default"]["NAME"]).parent if "sqlite" in DATABASES["default"]["ENGINE"] else BASE_DIR
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

HOST = env_text("HOST", "0.0.0.0" if PRODUCTION else "127.0.0.1")
PORT = env_int("PORT", 8000, least=1, most=65_535)
WEB_WORKERS = env_int("WEB_WORKERS", 2, least=1)
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", "" if PRODUCTION else f"localhost,127.0.0.1,[::1],{HOST}")
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")
# Production gets no generated key: a new key at each start would end every session. A check demands one.
SECRET_KEY = env_text("SECRET_KEY") or ("" if PRODUCTION else load_or_create_secret_key(DATA_DIR / ".secret-key"))

INSTALLED_APPS = [
    "articles.apps.ArticlesConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "ninja",
    "axes",
]
MIDDLEWARE = [
    "articles.middleware.HealthFirstMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "articles.middleware.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "articles.middleware.DatabaseAwayMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "provenance.urls"
WSGI_APPLICATION = "provenance.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:review"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# After so many wrong passwords for one account from one address, no further one is checked for a while.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_CLIENT_IP_CALLABLE = "articles.views.http.client_address.get_client_address"
AXES_DISABLE_ACCESS_LOG = True  # who logs in when is nobody's business
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Production serves what `collectstatic` gathered; otherwise files are served from their source folders.
STATIC_ROOT = env_text("STATIC_ROOT", str(BASE_DIR / "staticfiles")) if PRODUCTION else None
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Caches of each process. "default": figures of all outlets, images of some 25 KB, request counts of the API. "pages":
# rendered pages, compressed to some 8 KB each, by the ETag that says whether they are current.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}

# What is fetched from the web. FETCH_ALLOWED_HOSTS: names and networks of an intranet that may be fetched from besides
# public addresses. FETCH_LOOPBACK: this machine too, at any port; refused in production.
FETCH_ALLOWED_HOSTS = env_list("FETCH_ALLOWED_HOSTS")
FETCH_LOOPBACK = env_flag("FETCH_LOOPBACK")
# Hours after which an article that was fetched is fetched again, to see whether it was edited; 0: never.
RECHECK_HOURS = parse_hours("RECHECK_HOURS", env_list("RECHECK_HOURS", "1,6,24,168"))
FETCH_CONTACT = env_text("FETCH_CONTACT", f"https://{ALLOWED_HOSTS[0]}/about" if PRODUCTION and ALLOWED_HOSTS else "")
FETCH_USER_AGENT = f"QuoteProvenance/{__version__}" + (f" (+{FETCH_CONTACT})" if FETCH_CONTACT else "")

# Look-ups in the Internet Archive: what is asked for the first capture of each article's address, and with the keys of
# an account (https://archive.org/account/s3.php) to save pages. Off until ARCHIVE_LOOKUPS is 1.
ARCHIVE_LOOKUPS = env_flag("ARCHIVE_LOOKUPS")
ARCHIVE_ADDRESS = env_text("ARCHIVE_ADDRESS", "https://web.archive.org").rstrip("/")
ARCHIVE_ACCESS_KEY = env_text("ARCHIVE_ACCESS_KEY")
ARCHIVE_SECRET_KEY = env_text("ARCHIVE_SECRET_KEY")

# Rate limit of the API: requests a minute from one address, in each process.
API_REQUESTS_A_MINUTE = env_int("API_REQUESTS_A_MINUTE", 120, least=1)

# Pages load their own files only, nothing inline, and stand in no frame.
CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else env_int("HSTS_SECONDS", 63_072_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not PLAIN_HTTP
# Only behind a proxy that sets this header itself: otherwise any visitor could claim to have come by https.
TRUST_PROXY = env_flag("TRUST_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUST_PROXY else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # Visitors cause these at will: missing pages, foreign host names.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
