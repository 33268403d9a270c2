# An image with vggc and vgg, and nothing to build them with: the Debian package, installed in Debian.
#
#     docker build -t vggc --build-arg SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) .
#     docker run --rm -v "$PWD:/work" vggc vggc check photos.yaml
#
# Docs/Distribution.md explains the options.
FROM swift:6.3-bookworm AS build
ARG SOURCE_DATE_EPOCH=0
ENV DEBFULLNAME="The vggc contributors" DEBEMAIL="vggc@localhost"
WORKDIR /vggc
COPY . .
RUN Scripts/make-debian-package /package

FROM debian:bookworm-slim
# As many formats of photos as the Debian package recommends, and curl for `vggc weights fetch`.
# hadolint ignore=DL3015
RUN --mount=type=bind,from=build,source=/package,target=/package \
    apt-get update \
    && apt-get install -y --install-recommends /package/vggc_*.deb \
    && rm -rf /var/lib/apt/lists/* \
    && vggc --version && vgg --version
RUN useradd --uid 1000 --create-home vggc
USER 1000
WORKDIR /work
CMD ["vggc", "--help"]
