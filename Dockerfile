# The production image: the packages in an environment of their own, the source, the collected static files, no build tools.
FROM python:3.13-slim AS packages
RUN python -m venv /opt/venv
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-cache-dir -r requirements.txt && /opt/venv/bin/pip check

FROM python:3.13-slim
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 ENVIRONMENT=production
RUN useradd --system --uid 10001 --user-group --no-create-home provenance
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/provenance
COPY . .
RUN python manage.py collectstatic --noinput --verbosity 0 && python -m compileall -q articles provenance
USER 10001
EXPOSE 8000
# Compose asks the same question; this is for who runs the image by itself.
HEALTHCHECK --interval=30s --timeout=6s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen(f\"http://127.0.0.1:{os.environ.get('PORT', 8000)}/healthz\", timeout=5)"]
CMD ["gunicorn", "--config", "python:provenance.gunicorn", "provenance.wsgi"]
