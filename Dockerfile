# The release binary needs nothing but a kernel; busybox is there for the health check (wget) and a shell when something is wrong.
FROM golang:1.26 AS build
WORKDIR /src
# Where modules come from, for networks that do not reach the default: --build-arg GOPROXY=…
ARG GOPROXY
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -buildvcs=false -trimpath -ldflags "-s -w" -o /out/chainboard . \
    && mkdir /out/data

FROM busybox:1.37-musl
COPY --from=build /out/chainboard /usr/local/bin/chainboard
# A named volume takes owner and mode from here, so that the program may write to it.
COPY --from=build --chown=10001:10001 /out/data /data
# The program keeps its files in data/ of the working directory, which is /data here.
WORKDIR /
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["chainboard"]
CMD ["serve", "--addr", "0.0.0.0:8080"]
