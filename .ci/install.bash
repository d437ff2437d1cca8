# install_missing: what the tests need beyond Go, by Debian's package manager, only where it is not there yet.

# lacking prints the Debian packages this machine lacks, one a line.
lacking() {
	command -v curl >/dev/null || echo curl
	command -v git >/dev/null || echo git
	command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
	command -v chromium >/dev/null || command -v google-chrome >/dev/null || echo chromium
	fc-list :lang=zh-cn 2>/dev/null | grep -q . || echo fonts-noto-cjk
	command -v pdftotext >/dev/null || echo poppler-utils
	command -v soffice >/dev/null || printf '%s\n' libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui
	command -v gcc >/dev/null || echo gcc
	[ -e /usr/include/stdio.h ] || echo libc6-dev
}

install_missing() {
	if ! command -v go >/dev/null; then
		echo 'Go is missing: install the version go.mod names'
		return 1
	fi
	go version
	local packages package
	mapfile -t packages < <(lacking)
	if [ "${#packages[@]}" -eq 0 ]; then
		echo 'nothing'
		return
	fi
	if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
		echo "install these first (this needs root and apt-get): ${packages[*]}"
		return 1
	fi
	export DEBIAN_FRONTEND=noninteractive
	apt_quietly update || { sleep 5 && apt_quietly update; }
	for package in "${packages[@]}"; do
		apt_quietly install --yes --no-install-recommends "$package"
		echo "installed $package"
	done
}

# apt_quietly runs apt-get and shows what it said only when it fails.
apt_quietly() {
	apt-get -o Acquire::Retries=3 "$@" </dev/null >"$work/apt.log" 2>&1 || {
		tail -n 30 "$work/apt.log"
		return 1
	}
}
