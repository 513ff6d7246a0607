#!/usr/bin/env python3
"""Which Python, with which packages, runs this project's commands?

``python3 manage.py start`` on a fresh machine makes the virtual environment ``.venv``, installs ``requirements.txt``
into it and starts again inside; the second time a fingerprint of that file says there is nothing to install. Inside a
virtual environment of the user's own, that one is used and nothing is installed.

This file needs the standard library alone, and its syntax is kept old on purpose: a Python from 2012 must be able to
read it far enough to say that it is too old. Left to others: what the commands do (`articles.management.commands`).
"""

from __future__ import print_function

import hashlib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
VENV_PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
OLDEST = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11", "python3.14")


def main():
    """Run one of Django's commands in the right environment."""
    enter_environment("requirements.txt")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    refuse_wrong_settings()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


def enter_environment(*files):
    """Return inside an environment that has the packages of these requirements files, or leave with one sentence."""
    if sys.version_info < OLDEST:
        restart(newer_python())
    if in_virtualenv() and not in_own_virtualenv():
        require_packages(files)
        return
    make_virtualenv()
    install(files)
    if not in_own_virtualenv():
        restart(VENV_PYTHON)


def newer_python():
    """The path of a Python that is new enough, looked up by name."""
    for name in NEWER:
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            path = os.path.join(folder, name)
            if os.access(path, os.X_OK) and works(path, "import venv"):
                return path
    running = ".".join(str(part) for part in sys.version_info[:2])
    return leave("Python %d.%d or newer is needed, and this is %s: get it from python.org." % (OLDEST + (running,)))


def in_virtualenv():
    """Does the running Python belong to a virtual environment?"""
    return sys.prefix != getattr(sys, "base_prefix", sys.prefix)


def in_own_virtualenv():
    """Does the running Python belong to this project's ``.venv``?"""
    return in_virtualenv() and os.path.realpath(sys.prefix) == os.path.realpath(VENV)


def require_packages(files):
    """Leave with one sentence when the user's own environment lacks a package that one of the files names."""
    from importlib import metadata

    missing = []
    for name in pinned_names(files):
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        some = ", ".join(missing[:5]) + (" ..." if missing[5:] else "")
        wanted = " ".join("-r " + name for name in files)
        leave(
            "Your virtual environment %s lacks %s: run 'pip install %s' or 'deactivate', then try again."
            % (sys.prefix, some, wanted)
        )


def pinned_names(files):
    """The distributions that the files pin, without those that a marker keeps to some systems."""
    names = []
    for name in files:
        with open(os.path.join(HERE, name)) as lines:
            names += [line.split("==")[0].split("[")[0] for line in lines if "==" in line and ";" not in line]
    return names


def make_virtualenv():
    """Create ``.venv`` where there is none, or where the Python it was made with has gone or is too old."""
    if in_own_virtualenv() or works(VENV_PYTHON, "import sys; assert sys.version_info >= %r" % (OLDEST,)):
        return
    if not works(sys.executable, "import venv, ensurepip"):
        leave("This Python has no venv module; on Debian and Ubuntu, 'apt install python3-venv' brings it.")
    print("Making the virtual environment .venv ...", file=sys.stderr)
    run([sys.executable, "-m", "venv", "--clear", VENV], "The virtual environment %s could not be made" % VENV)


def install(files):
    """Install what the files pin, unless a fingerprint in ``.venv`` says that was done."""
    stale = [name for name in files if read(stamp(name)) != fingerprint(name)]
    if not stale:
        return
    if not works(VENV_PYTHON, "import pip"):
        run([VENV_PYTHON, "-m", "ensurepip"], "There is no pip in %s; delete that folder and start again" % VENV)
    print("Installing the packages of %s into .venv ..." % " and ".join(stale), file=sys.stderr)
    command = [VENV_PYTHON, "-m", "pip", "install", "--quiet", "--quiet", "--disable-pip-version-check"]
    for name in stale:
        command += ["-r", os.path.join(HERE, name)]
    run(command, "The packages could not be installed; check the network and start again")
    for name in stale:
        with open(stamp(name), "w") as note:
            note.write(fingerprint(name))


def stamp(name):
    """Where the fingerprint of an installed requirements file is kept."""
    return os.path.join(VENV, name + ".sha256")


def fingerprint(name):
    """A hash of a requirements file."""
    with open(os.path.join(HERE, name), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def read(path):
    """The text of a small file, or None where there is none."""
    if not os.path.exists(path):
        return None
    with open(path) as file:
        return file.read()


def works(python, code):
    """Does this Python exist and run this code?"""
    try:
        process = subprocess.Popen([python, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError:
        return False
    process.communicate()
    return process.returncode == 0


def run(command, sorry):
    """Run a command; when it fails, its own words come first and then the sentence."""
    try:
        failed = subprocess.call(command, stdout=sys.stderr)
    except OSError as error:
        return leave("%s: %s." % (sorry, error))
    return leave(sorry + ".") if failed else None


def restart(python):
    """Start this program again, with the same arguments, under another Python."""
    program = getattr(sys.modules["__main__"], "__spec__", None)
    started = ["-m", program.parent] if program else [os.path.abspath(sys.argv[0])]
    command = [python] + started + sys.argv[1:]
    if os.name == "nt":  # Windows has no exec that keeps the console: wait for the child there
        sys.exit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(python, command)


def refuse_wrong_settings():
    """Leave with one sentence when a value in the environment is wrong, for every command alike."""
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        settings.configured or settings.INSTALLED_APPS  # noqa: B018 - reading one setting loads them all
    except ImproperlyConfigured as error:
        leave(str(error))


def leave(sentence):
    """Stop with one sentence on stderr and exit code 1."""
    print(sentence, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        leave("Stopped.")
