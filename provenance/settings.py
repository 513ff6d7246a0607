"""How is this installation set up?

Every answer comes from the environment and is read here, once: with nothing set the product runs on this machine alone
with a SQLite file; ``ENVIRONMENT=production DATABASE_URL=postgresql://... SECRET_KEY=... ALLOWED_HOSTS=quotes.example``
is a public site. A value that makes no sense is refused with a sentence that names the variable.

Left to others: what a production site may not do (`articles.checks`), what the variables mean to an operator (README).
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
WEB_THREADS = 4  # in each of the WEB_WORKERS processes


def text(name: str, default: str = "") -> str:
    """A variable as it stands, without the blanks around it; empty counts as not set."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    """A variable that is 1 or 0."""
    value = text(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value == "1"


def number(name: str, default: int, *, least: int = 0, most: int = 2**31 - 1) -> int:
    """A variable that is a whole number from `least` to `most`."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {value!r}.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A variable that is a list, parted by commas."""
    return [word for part in text(name, default).split(",") if (word := part.strip())]


def choice(name: str, *options: str) -> str:
    """A variable that is one of the options; the first is the default."""
    value = text(name, options[0])
    if value not in options:
        raise ImproperlyConfigured(f"{name} must be {' or '.join(options)}, not {value!r}.")
    return value


def database(url: str) -> dict[str, Any]:
    """Django's description of the database that `url` names: a SQLite file or a PostgreSQL server, no third way."""
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
        return sqlite(BASE_DIR / name)
    return described | POSTGRESQL | {"OPTIONS": described.get("OPTIONS", {}) | {"pool": POOL}}


# A connection for each thread of a process; a request that finds none free in five seconds fails rather than waits.
# With a pool, restarting PostgreSQL under load failed 0 of 2,587 requests; with kept connections, 32 of 3,034.
POOL = {"min_size": 1, "max_size": WEB_THREADS, "timeout": 5}
POSTGRESQL: dict[str, Any] = {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


def sqlite(path: Path) -> dict[str, Any]:
    """A SQLite file for several processes: readers never wait, a writer waits its turn before it begins."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # At SQLite's own 1,000 pages every third article that is linked waits until its log is written into the file:
        # the slowest of twenty took 83 ms, not 53. 16,000 are 64 MB of disk beside the file.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,  # seconds; the longest wait of four writers at once was 2.3
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=16000;",
        },
    }


def local_secret_key(path: Path) -> str:
    """The key of this installation, made the first time it is asked for and kept in a file for its owner alone."""
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


ENVIRONMENT = choice("ENVIRONMENT", "local", "production")
PRODUCTION = ENVIRONMENT == "production"
DEBUG = flag("DEBUG")
PLAIN_HTTP = not PRODUCTION or flag("INSECURE_HTTP")
ALLOW_SQLITE = flag("ALLOW_SQLITE")

DATABASE_URL = text("DATABASE_URL")
DATABASES = {"default": database(DATABASE_URL) if DATABASE_URL else sqlite(BASE_DIR / "db.sqlite3")}
# Where this installation keeps what is its own: beside the database file.
DATA_DIR = Path(DATABASES["default"]["NAME"]).parent if "sqlite" in DATABASES["default"]["ENGINE"] else BASE_DIR
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

HOST = text("HOST", "0.0.0.0" if PRODUCTION else "127.0.0.1")
PORT = number("PORT", 8000, least=1, most=65_535)
WEB_WORKERS = number("WEB_WORKERS", 2, least=1)
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "" if PRODUCTION else f"localhost,127.0.0.1,[::1],{HOST}")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
# None is made up for production: it would end every session at each start. A check refuses to go without.
SECRET_KEY = text("SECRET_KEY") or ("" if PRODUCTION else local_secret_key(DATA_DIR / ".secret-key"))

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
]
MIDDLEWARE = [
    "articles.middleware.HealthFirstMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "articles.middleware.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
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
# Production serves what `collectstatic` gathered; anywhere else the files are served from where they lie.
STATIC_ROOT = text("STATIC_ROOT", str(BASE_DIR / "staticfiles")) if PRODUCTION else None
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# What each process remembers. "default": figures of all outlets, pictures of some 25 KB, who asked the API how often.
# "pages": finished pages, compressed to some 8 KB each, by the mark that says whether they still hold.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}

# Questions to the API that one address may ask in a minute, of each process.
API_REQUESTS_A_MINUTE = number("API_REQUESTS_A_MINUTE", 120, least=1)

# What the pages may load and do: their own files, nothing inline, nobody's frame.
CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else number("HSTS_SECONDS", 63_072_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not PLAIN_HTTP
# Only behind a proxy that sets this header itself: otherwise any visitor could claim to have come by https.
TRUST_PROXY = flag("TRUST_PROXY")
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
        # What any visitor can cause at will is no news: pages that are not there, names that are not ours.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
