# joinedup in a container. Graphs are in the folder that is mounted at /data:
#
#     docker build --tag joinedup .
#     docker run --rm --volume "$PWD:/data" --user "$(id -u):$(id -g)" joinedup demo
#
# Podman takes the same words.
FROM python:3.13-slim AS builder
WORKDIR /source
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY pyproject.toml requirements.lock README.md LICENSE ./
COPY ontology ontology
COPY graph graph
COPY loaders loaders
COPY queries queries
COPY visualisations visualisations
COPY evaluation evaluation
COPY joinedup joinedup
# The hash of every file is checked; the lock also holds packages that only tests need, and these
# stay behind.
RUN python -m pip wheel --require-hashes --requirement requirements.lock --wheel-dir /wheels \
    && python -m venv /builder \
    && /builder/bin/pip install --no-index --find-links /wheels hatchling \
    && /builder/bin/python -m hatchling build -t wheel -d /wheels \
    && python -m venv /joinedup \
    && /joinedup/bin/pip install --no-index --find-links /wheels "joinedup[fetch,serve,tables]"

FROM python:3.13-slim
COPY --from=builder /joinedup /joinedup
ENV PATH="/joinedup/bin:$PATH" HOME=/tmp
WORKDIR /data
USER 1000
ENTRYPOINT ["joinedup"]
CMD ["--help"]
