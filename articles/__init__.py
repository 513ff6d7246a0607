"""The application: articles, the quotations in them and the lineages of their printings."""

__version__ = "0.2.0"
"""The one version of the package, of the API's description and in the footer of every page."""
