// Show the OpenAPI description of the API in Swagger UI. A file of its own: the site's policy forbids inline scripts.
const docs = document.getElementById("api-docs");
SwaggerUIBundle({
  domNode: docs,
  url: docs.dataset.url,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
