# smoke BINARY: starts the built program in a fresh directory, as a county clerk would, and looks at what answers.

wall_link=         # of the county that smoke left, for soak
server=            # process id of the program while it runs
ready_within=20    # seconds
stopped_within=10  # seconds
restart_limit=5000 # milliseconds

smoke() {
	local binary=$1 home=$work/home
	mkdir "$home"
	free_port
	address=http://127.0.0.1:$port

	start_server "$binary" "$home"
	echo "first start, with the sample: $started_ms ms"
	local link
	link=$(grep -oE 'https?://[^[:space:]]+/screen\?key=[A-Za-z0-9_-]+' "$home/out" | head -n 1) || {
		echo 'no big-screen link was printed:'
		cat "$home/out"
		return 1
	}
	wall_link=$link
	check_pages
	check_screen "$link"
	check_secrecy "$link" "$home/err"
	stop_server "$home"

	start_server "$binary" "$home"
	echo "second start: $started_ms ms"
	if [ "$started_ms" -gt "$restart_limit" ]; then
		echo "the second start may take $restart_limit ms"
		return 1
	fi
	stop_server "$home"
}

# soak BINARY plays the scenes of the county that smoke left, one a second for three minutes, and watches the heap.
soak() {
	local home=$work/home
	go build -o "$work/soak" ./tools/soak
	start_server "$1" "$home"
	"$work/soak" -link "$wall_link" -browser "$(command -v chromium || command -v google-chrome)" -minutes 3
	stop_server "$home"
}

# free_port sets port to one nothing on this machine listens on.
free_port() {
	port=$((20000 + RANDOM % 20000))
	while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
		port=$((20000 + RANDOM % 20000))
	done
}

# start_server BINARY DIR starts the program in DIR, sets server and, once /readyz answers, started_ms.
start_server() {
	local begin now
	begin=$(date +%s%3N)
	(cd "$2" && exec "$1" serve --addr "127.0.0.1:$port" </dev/null >out 2>err) &
	server=$!
	until [ "$(status_of /readyz)" = 200 ]; do
		now=$(date +%s%3N)
		if ! kill -0 "$server" 2>/dev/null || [ $((now - begin)) -gt $((ready_within * 1000)) ]; then
			echo "not ready after $((now - begin)) ms:"
			cat "$2/out" "$2/err"
			return 1
		fi
		sleep 0.05
	done
	started_ms=$(($(date +%s%3N) - begin))
}

# stop_server DIR asks the program to end and insists on a clean, prompt end.
stop_server() {
	local left=$((stopped_within * 20)) status=0
	kill -TERM "$server"
	while kill -0 "$server" 2>/dev/null; do
		if [ $((left--)) -eq 0 ]; then
			echo "still running $stopped_within s after SIGTERM"
			return 1
		fi
		sleep 0.05
	done
	wait "$server" || status=$?
	server=
	if [ "$status" -ne 0 ]; then
		echo "ended with status $status after SIGTERM:"
		tail -n 20 "$1/err"
		return 1
	fi
	echo 'stopped cleanly'
}

# stop_left_over ends a program that a failed check left running.
stop_left_over() {
	if [ -n "$server" ]; then
		kill -KILL "$server" 2>/dev/null || true
	fi
}

# ask CURL-ARGUMENT… keeps a request on this machine, whatever proxy is set.
ask() { curl --silent --noproxy '*' --max-time 10 "$@"; }

# status_of PATH prints the HTTP status a GET of PATH has, 000 where nothing answers.
status_of() { ask --output /dev/null --write-out '%{http_code}' "$address$1" || true; }

# expect WHAT GOT PATTERN fails unless the extended regular expression matches all of GOT.
expect() {
	if ! grep -qxE "$3" <<<"$2"; then
		echo "$1: got '$2', want '$3'"
		return 1
	fi
	echo "$1: $2"
}

check_pages() {
	local file
	expect '/healthz' "$(status_of /healthz)" 200
	expect '/login' "$(status_of /login)" 200
	expect '/ without a session' "$(ask --output /dev/null --write-out '%{http_code} %{redirect_url}' "$address/")" "30[237] $address/login.*|200 "
	file=$(ask "$address/login" | grep -oE '/static/[^"'\'' )]+' | head -n 1) || {
		echo '/login names no static file'
		return 1
	}
	expect "$file" "$(ask "$address$file" --output /dev/null --write-out '%{http_code} %header{cache-control}')" '200 .*immutable.*'
	expect '/api without a token' "$(status_of /api/v1/chains)" 401
}

# check_screen LINK: the key is taken for a cookie and leaves the address; then the wall is there.
check_screen() {
	local answer wall=$work/wall.html
	answer=$(ask --cookie-jar "$work/cookies" --output /dev/null --write-out '%{http_code} %{redirect_url}' "$address/screen${1#*/screen}")
	expect '/screen?key=…' "${answer//${1#*key=}/KEY}" "30[237] $address/screen[^ ]*"
	expect 'its address without the key' "$(grep -c 'key=' <<<"$answer" || true)" 0
	expect 'the wall' "$(ask --cookie "$work/cookies" --output "$wall" --write-out '%{http_code}' "${answer#* }")" 200
	expect 'the wall is a whole page' "$(grep -c '</html>' "$wall" || true)" 1
}

# check_secrecy LINK LOG: what is printed once for a person is in no log.
check_secrecy() {
	if grep -qF -- "${1#*key=}" "$2"; then
		echo 'the key of the big screen is in the log'
		return 1
	fi
}
