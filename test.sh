#!/usr/bin/env bash
# The one test command: brings a fresh Debian 12 machine up, builds, checks and tests. The last line tells the sum.
# Arguments go to the test runner, such as: ./test.sh -class "*InquiryTests"
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export CI="${CI:-false}"
# Memory instead of a disk where there is enough of it: databases by the hundred are written and thrown away.
if [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)" -gt 2000000 ]; then export TMPDIR=/dev/shm; fi
work="$(mktemp -d -t portal-test-XXXXXX)"
export TMPDIR="$work/tmp"
mkdir -p "$TMPDIR"
cluster=""

# Each phase says at its end how long the one before took.
phases=()
phase="" phase_began=0
say() {
  if [ -n "$phase" ]; then phases+=("$(printf '%4d s  %s' $((SECONDS - phase_began)) "$phase")"); fi
  phase="$1" phase_began=$SECONDS
  if [ -n "$phase" ]; then printf '\n== %s\n' "$phase"; fi
}

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

clean_up() {
  local code=$?
  trap - EXIT
  if [ -n "$cluster" ]; then as_postgres "$postgres/pg_ctl" -D "$cluster" -m immediate stop >/dev/null 2>&1 || true; fi
  rm -rf "$work"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Debian keeps the server's programs out of the path.
find_postgres() { for at in /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb 2>/dev/null || echo /none/x)")"; do
  if [ -x "$at/initdb" ]; then echo "$at"; fi; done | sort -V | tail -1; }
has() { command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ]; }

missing=()
has chromium-headless-shell || has chromium || has chromium-browser || has google-chrome || missing+=(chromium-headless-shell)
[ -n "$(find_postgres)" ] || [ -n "${PORTAL_TEST_POSTGRES:-}" ] || missing+=(postgresql)
has clamd || missing+=(clamav-daemon)
has dovecot || missing+=(dovecot-imapd)
has pdftotext && has pdfsig || missing+=(poppler-utils)
has qpdf || missing+=(qpdf)
has openssl || missing+=(openssl)
has node || missing+=(nodejs)
has npm || missing+=(npm)

if [ "${#missing[@]}" -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && has apt-get; then
    say "Installing ${missing[*]}"
    # Packages bring services with them; none of them may start here.
    printf '#!/bin/sh\nexit 101\n' > "$work/policy-rc.d"; chmod +x "$work/policy-rc.d"
    placed=""
    if [ ! -e /usr/sbin/policy-rc.d ]; then cp "$work/policy-rc.d" /usr/sbin/policy-rc.d; placed=yes; fi
    export DEBIAN_FRONTEND=noninteractive
    installed=yes
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1; } || installed=""
    if [ -n "$placed" ]; then rm -f /usr/sbin/policy-rc.d; fi
    if [ -z "$installed" ]; then tail -20 "$work/apt.log" 2>/dev/null || true; echo "Could not install ${missing[*]}."; exit 1; fi
  else
    printf '%s\n' "************************************************************************" \
      "NOT INSTALLED: ${missing[*]}" \
      "Tests that need them are SKIPPED on this machine. Run as root, or install:" \
      "  apt-get install ${missing[*]}" \
      "************************************************************************"
  fi
fi
if ! has node || ! has npm; then echo "Node.js 20 or later with npm is needed to build."; exit 1; fi
if ! has dotnet; then echo "The .NET SDK that global.json names is needed (https://dotnet.microsoft.com/download)."; exit 1; fi

postgres="$(find_postgres)"
if [ -z "${PORTAL_TEST_POSTGRES:-}" ] && [ -n "$postgres" ]; then
  say "Starting a throw-away PostgreSQL"
  mkdir -p "$work/pg"; chmod 755 "$work"
  if [ "$(id -u)" = 0 ]; then chown postgres "$work/pg"; fi
  cluster="$work/pg/data"
  (cd "$work/pg" && as_postgres "$postgres/initdb" -D "$cluster" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync) >"$work/initdb.log" 2>&1 \
    || { cat "$work/initdb.log"; exit 1; }
  # Only a socket in our own folder: no port to collide with, nothing to reach from outside.
  (cd "$work/pg" && as_postgres "$postgres/pg_ctl" -D "$cluster" -w -l "$work/pg/log" \
    -o "-k $work/pg -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=400 -c shared_buffers=256MB \
      -c autovacuum=off -c jit=off -c wal_level=minimal -c max_wal_senders=0 -c checkpoint_timeout=1h -c max_wal_size=4GB" start) >/dev/null \
    || { cat "$work/pg/log"; exit 1; }
  export PORTAL_TEST_POSTGRES="Host=$work/pg;Username=postgres;Database=postgres"
fi

say "Restoring packages"
locked=()
if [ "$CI" = true ]; then locked=(--locked-mode); fi
dotnet restore Portal.sln "${locked[@]}"

say "Building"
# Optimized, because the tests draw, compress, and read pictures.
dotnet build Portal.sln --no-restore -warnaserror -p:Optimize=true

say "Checking format"
# Style rules are warnings of the build; what is left is white space. A test checks that the migrations fit the model.
dotnet format whitespace Portal.sln --verify-no-changes --no-restore || { echo "Run: dotnet format whitespace"; exit 1; }

if [ "${PORTAL_TEST_LONG:-}" = 1 ]; then
  say "Testing, with random loops at FULL length"
else
  say "Testing, with random loops CUT SHORT (PORTAL_TEST_LONG=1 runs them at full length)"
fi
results="$work/results"
code=0
mkdir -p "$results"
# The tests run in their own process, without the test platform between; code that lives for minutes needs no profile.
DOTNET_TieredPGO=0 dotnet Portal.Tests/bin/Debug/net10.0/Portal.Tests.dll -noLogo -noColor -trx "$results/tests.trx" "$@" || code=$?

passed=0 failed=0 skipped=0 files=0
for trx in "$results"/*.trx; do
  [ -e "$trx" ] || continue
  files=$((files + 1))
  counters="$(grep -o '<Counters [^>]*>' "$trx" | head -1)"
  value() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  passed=$((passed + $(value passed)))
  failed=$((failed + $(value failed) + $(value error) + $(value timeout) + $(value aborted)))
  skipped=$((skipped + $(value total) - $(value executed)))
done
# A test host that died writes no result, or fewer than it should: that is a failure, not silence.
if [ "$files" = 0 ] || { [ "$code" -ne 0 ] && [ "$failed" = 0 ]; }; then failed=$((failed + 1)); fi

# Where the time went, so that a class that has become slow is seen.
slowest="$(cat "$results"/*.trx 2>/dev/null | tr '\n' ' ' | grep -o '<UnitTestResult [^>]*>' | sed -n 's/.*testName="\([A-Za-z0-9_.]*\).*duration="\([0-9]*\):\([0-9]*\):\([0-9.]*\)".*/\1 \2 \3 \4/p' \
  | awk '{ n=split($1, part, "."); name=part[n-1]; sum[name] += $2*3600 + $3*60 + $4 } END { for (name in sum) printf "%5d s  %s\n", sum[name], name }' | sort -rn | head -12 || true)"

# What failed stands at the end, where a reader of a cut log still sees it.
failures="$(cat "$results"/*.trx 2>/dev/null | node -e '
  const text = require("fs").readFileSync(0, "utf8");
  const plain = (xml) => xml.replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16))).replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&apos;/g, "\x27").replace(/&amp;/g, "&");
  for (const [result] of text.matchAll(/<UnitTestResult [^>]*outcome="Failed"[^>]*>[^]*?<\/UnitTestResult>/g)) {
    const part = (name) => plain((new RegExp(`<${name}>([^]*?)</${name}>`).exec(result) ?? ["", ""])[1]).trim();
    console.log(plain(/testName="([^"]*)"/.exec(result)[1]));
    console.log(part("Message").split("\n").slice(0, 12).map((l) => "    " + l.slice(0, 300)).join("\n"));
    console.log(part("StackTrace").split("\n").filter((l) => l.includes("Portal.Tests")).slice(0, 4).map((l) => "    " + l.trim()).join("\n"));
  }' || true)"

say ""
if [ -n "$failures" ]; then printf '\n== Failed\n%s\n' "$failures"; fi
printf '\n== Slowest test classes, on all cores together\n%s\n' "$slowest"
printf '\n== Time taken\n'
printf '%s\n' "${phases[@]}"
sum="$passed passed, $failed failed"
if [ "$skipped" -gt 0 ]; then sum="$sum, $skipped skipped"; fi
echo
echo "$sum"
[ "$failed" = 0 ]
