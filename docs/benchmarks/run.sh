#!/usr/bin/env bash
# Measures the site against a bound from the same run and writes the table into README.md.
# Needs wrk and curl. Takes about twenty minutes. Leave the machine idle meanwhile.
# Usage: docs/benchmarks/run.sh [cases, default 100000] [seconds for each measurement, default 10]
set -euo pipefail
cases=${1:-100000} seconds=${2:-10}
here=$(cd "$(dirname "$0")" && pwd) root=$(cd "$here/../.." && pwd)
# Under load on two cores, .NET needs this long until a page is fully compiled. Before that, this would measure the compiler.
warm=25
work=$(mktemp -d) port=${PORT:-5190} url=http://localhost:${PORT:-5190} server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
# Development, because only there does the one-time link sign staff in; the build is Release.
export ASPNETCORE_ENVIRONMENT=Development Logging__LogLevel__Default=Error Logging__LogLevel__Portal=Error

portal() { Portal__DataDirectory=$data dotnet "$work/site/Portal.Web.dll" "$@"; }

# Runs one of the benchmarks in Portal.Tests/Load and writes its result.
bench() {
  Portal__DataDirectory=$data PORTAL_BENCH_COUNT=${2:-0} PORTAL_BENCH_OUT=$work/bench.txt \
    dotnet "$root/Portal.Tests/bin/Release/net10.0/Portal.Tests.dll" -explicit only -method "Portal.Tests.Load.Benchmarks.$1" > "$work/bench.log" || { cat "$work/bench.log" >&2; exit 1; }
  cat "$work/bench.txt"
}

start() {
  (cd "$work/site" && exec env Portal__DataDirectory="$data" "Portal__Limits__everything__Permits=1000000" "Portal__Limits__public-post__Permits=1000000" "Portal__Limits__code__Permits=1000000" "Portal__Limits__doubtful-request__Permits=1000000" \
    dotnet Portal.Web.dll --urls "$url" > "$work/out.txt" 2>&1) &
  server=$!
  for _ in $(seq 600); do grep -q 'As administrator' "$work/out.txt" && return; sleep 0.1; done
  cat "$work/out.txt" >&2; exit 1
}

stop() { kill "$server"; wait "$server" 2>/dev/null || true; server=; }

form() { grep -o 'name="__RequestVerificationToken" type="hidden" value="[^"]*"' | head -1 | sed 's/.*value="//; s/"$//'; }

cookies() { awk -F'\t' 'NF==7 { printf "%s%s=%s", (n++ ? "; " : ""), $6, $7 }' "$1"; }

# Signs a constituent in by the real way: reference, mailed code.
constituent() {
  local jar=$work/constituent.jar reference token page code newest
  reference=$(grep -o 'reference [^ ]*' "$work/out.txt" | cut -d' ' -f2)
  rm -f "$jar"
  token=$(curl -s -c "$jar" -b "$jar" "$url/status" | form)
  page=$(curl -s -o /dev/null -w '%{redirect_url}' -c "$jar" -b "$jar" "$url/status" --data-urlencode "__RequestVerificationToken=$token" \
    -d "Input.Reference=$reference" -d 'Input.Email=grace.holloway@example.com')
  for _ in $(seq 300); do
    newest=$(grep -l 'Your code' "$data"/mail/*.json 2>/dev/null | sort | tail -1)
    [ -n "$newest" ] && break; sleep 0.1
  done
  code=$(grep -o '"Text": *".*' "$newest" | grep -o '[^0-9][0-9]\{3\} \?[0-9]\{3\}[^0-9]' | head -1 | tr -cd 0-9)
  token=$(curl -s -c "$jar" -b "$jar" "$page" | form)
  curl -s -o /dev/null -c "$jar" -b "$jar" "$page" --data-urlencode "__RequestVerificationToken=$token" -d "Code=$code"
  cookies "$jar"
}

staff() {
  local jar=$work/staff.jar link token
  link=$(grep -o 'http[^ ]*/office/demo/[^ ]*' "$work/out.txt" | tail -1)
  rm -f "$jar"
  token=$(curl -s -c "$jar" -b "$jar" "$link" | form)
  curl -s -o /dev/null -c "$jar" -b "$jar" "$link" --data-urlencode "__RequestVerificationToken=$token"
  cookies "$jar"
}

# Prints requests per second and the mean latency in milliseconds; a page that does not answer 200 is no measurement.
measure() {
  local path=$1 cookie=$2 status out
  status=$(curl -s -o /dev/null -w '%{http_code}' -H "Cookie: $cookie" "$url$path")
  [ "$status" = 200 ] || { echo "$path answers $status" >&2; exit 1; }
  wrk -t2 -c8 -d"${warm}s" -H "Cookie: $cookie" "$url$path" > /dev/null
  out=$(wrk -t2 -c8 -d"${seconds}s" --latency -H "Cookie: $cookie" "$url$path")
  ! grep -q 'Non-2xx' <<< "$out" || { echo "$path: $out" >&2; exit 1; }
  awk '/Requests\/sec/ { rate = $2 } /^ +50%/ { p50 = $2 } /^ +99%/ { p99 = $2 } END { print rate, p50, p99 }' <<< "$out"
}

milliseconds() { awk -v t="$1" 'BEGIN { n = t + 0; print (t ~ /us$/) ? n / 1000 : (t ~ /[0-9]s$/) ? n * 1000 : n }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
memory() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }

pages() {
  local name=$1
  start; local c s; c=$(constituent); s=$(staff)
  read -r "bound_$name" bound_p50 bound_p99 <<< "$(measure /help/accessibility '')"
  read -r "form_$name" form_p50 form_p99 <<< "$(measure /status '')"
  read -r "status_$name" "status_p50_$name" "status_p99_$name" <<< "$(measure /status/case "$c")"
  read -r "queue_$name" "queue_p50_$name" "queue_p99_$name" <<< "$(measure /office/queue "$s")"
  read -r "open_$name" "open_p50_$name" "open_p99_$name" <<< "$(measure '/office/queue?view=open' "$s")"
  read -r "memory_$name" <<< "$(memory "$server")"
}

submissions() {
  local drafts=$work/drafts.txt jar=$work/form.jar token cookie before after
  bench Drafts_that_wait_to_be_sent 16000 > "$drafts"
  start
  token=$(curl -s -c "$jar" -b "draft=$(tail -1 "$drafts")" "$url/request/check" | form)
  sed -i '$d' "$drafts"
  cookie=$(cookies "$jar")
  token=$(printf %s "$token" | sed 's/+/%2B/g; s/\//%2F/g; s/=/%3D/g')
  split -n l/2 -d "$drafts" "$drafts."
  wrk -t2 -c8 -d"${warm}s" -s "$here/submit.lua" "$url" -- "$drafts.00" "$cookie" "__RequestVerificationToken=$token" 2 > /dev/null
  before=$(bench Drafts_that_were_sent)
  wrk -t2 -c8 -d"${seconds}s" -s "$here/submit.lua" "$url" -- "$drafts.01" "$cookie" "__RequestVerificationToken=$token" 2 > /dev/null
  memory_submit=$(memory "$server")
  stop
  after=$(bench Drafts_that_were_sent)
  submit_rate=$(ratio $((after - before)) "$seconds")
  inserts_rate=$(bench Rows_of_requests_by_prepared_inserts 2000)
}

echo 'Building…' >&2
dotnet publish "$root/Portal.Web" -c Release -o "$work/site" --nologo -v q > "$work/build.txt" || { cat "$work/build.txt" >&2; exit 1; }
dotnet build "$root/Portal.Tests" -c Release --nologo -v q > "$work/build.txt" || { cat "$work/build.txt" >&2; exit 1; }
data=$work/small; start; stop; rm -f "$data"/mail/*
cp -r "$data" "$work/large"
echo 'Seeding…' >&2
portal seed --cases 1000 --seed 1 >&2
data=$work/large; portal seed --cases "$cases" --seed 1 | tail -1 | tee "$work/seeded.txt" >&2
echo 'Measuring…' >&2
data=$work/small; pages small; stop
data=$work/large; pages large; stop
readiness=$(bench Readiness_of_open_cases 10000) sealing=$(bench Sealing_two_pages 200) verifying=$(bench Verifying_a_megabyte 200)
submissions

{
  sed '/^<!-- results -->$/q' "$here/README.md"
  echo
  echo "Measured $(date -u +%F) on $(nproc) cores, $(dotnet --version) SDK, SQLite, Release, wrk with 8 connections, $seconds s each. $(cat "$work/seeded.txt")"
  echo
  echo '| What | Cases | Requests/s | p50 ms | p99 ms | Ratio | Aim |'
  echo '|---|---|---|---|---|---|---|'
  echo "| Razor page without database (the bound) | $cases | ${bound_large} | $(milliseconds "$bound_p50") | $(milliseconds "$bound_p99") | 1 | |"
  echo "| Razor page with a form, without database | $cases | ${form_large} | $(milliseconds "$form_p50") | $(milliseconds "$form_p99") | $(ratio "$form_large" "$bound_large") of the bound | |"
  echo "| Status page | $cases | ${status_large} | $(milliseconds "$status_p50_large") | $(milliseconds "$status_p99_large") | $(ratio "$status_large" "$bound_large") of the bound | ≥ 0.5 |"
  echo "| Queue page | $cases | ${queue_large} | $(milliseconds "$queue_p50_large") | $(milliseconds "$queue_p99_large") | $(ratio "$queue_large" "$bound_large") of the bound | ≥ 0.2 |"
  echo "| Status page | 1000 | ${status_small} | $(milliseconds "$status_p50_small") | $(milliseconds "$status_p99_small") | $(ratio "$(milliseconds "$status_p50_large")" "$(milliseconds "$status_p50_small")") × latency at $cases | ≤ 1.3 |"
  # Not the first page: in the small office it lists fewer cases than in the large one.
  echo "| Queue page, all open, 50 lines | $cases | ${open_large} | $(milliseconds "$open_p50_large") | $(milliseconds "$open_p99_large") | | |"
  echo "| The same | 1000 | ${open_small} | $(milliseconds "$open_p50_small") | $(milliseconds "$open_p99_small") | $(ratio "$(milliseconds "$open_p50_large")" "$(milliseconds "$open_p50_small")") × latency at $cases | ≤ 1.3 |"
  echo "| Sending a request, 8 at once | $cases | $submit_rate | | | $(ratio "$submit_rate" "$inserts_rate") of raw inserts | ≥ 0.4 |"
  echo "| The same rows by prepared inserts, one writer | $cases | $inserts_rate | | | 1 | |"
  echo "| Memory of the process, MB | $cases | ${memory_large} after pages, ${memory_submit} after sending | | | | < 400 |"
  echo
  echo "Releases (each run alone; aims: 10,000 cases under 1 s, sealing two pages under 150 ms, verifying 1 MB under 100 ms):"
  echo
  printf -- '- %s\n' "$readiness" "$sealing" "$verifying"
} > "$work/README.md"
cp "$work/README.md" "$here/README.md"
sed -n '/<!-- results -->/,$p' "$here/README.md"
