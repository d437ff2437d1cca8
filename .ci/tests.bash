# run_tests and run_race: the tests of the README, where a skip is a failure, and the shorter run under the race detector.

# run_tests runs every test verbosely into a file, shows what matters of it and fails on a skip.
run_tests() {
	local status=0
	go test -v -count=1 -timeout 40m ./... </dev/null >"$work/test.log" 2>&1 || status=$?
	if [ "$status" -ne 0 ]; then
		grep -vE '^=== |^ *--- PASS|^PASS$' "$work/test.log" | tail -n 400
		return "$status"
	fi
	summary_lines
	if grep -qE '^ *--- SKIP' "$work/test.log"; then
		echo 'skipped, which is a failure here:'
		grep -E -B 2 '^ *--- SKIP' "$work/test.log"
		return 1
	fi
	echo 'slowest:'
	summary_lines | awk -F'\t' '$1 ~ /^ok/ && $3 + 0 > 0 { print $3 "\t" $2 }' | sort -rn | head -n 5
}

# summary_lines prints the closing line of every package, as go test prints it.
summary_lines() {
	grep -E $'^(ok  \t|FAIL\t|\\?   \t)' "$work/test.log"
}

# test_summary repeats those lines as the last thing this run says.
test_summary() {
	if [ -s "$work/test.log" ]; then
		printf '\n'
		summary_lines
	fi
}

run_race() {
	CGO_ENABLED=1 go test -race -short -count=1 -timeout 40m ./... </dev/null
}
