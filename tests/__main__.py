"""How does one run all the tests? ``make test``, or ``python3 -m tests``.

Like `manage`, this file must be readable for an old Python, which it leaves for the project's virtual environment; the
run itself is `tests.run`.
"""

import sys

import manage

manage.enter_environment("requirements.txt", "requirements-dev.txt")

from tests.run import main  # noqa: E402 - only now are there the packages it needs

try:
    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:
    manage.leave("Stopped.")
