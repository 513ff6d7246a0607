"""View models: what a page tells, from what was read; no request."""
