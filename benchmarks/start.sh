#!/usr/bin/env bash
# Start to ready, beside an empty archive on the same server with the same flags: CPU seconds and resident memory, in rounds of one
# run. Needs the built archive: mvn -q -Dquick -DskipTests -pl registry-web -am package
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-3}
port=${SCEAU_BENCH_PORT:-18321}
work=$(mktemp -d)
trap 'rm -rf "$work"; [ -z "${pid:-}" ] || kill "$pid" 2>/dev/null || true' EXIT
server=registry-web/target/payara-micro.jar
mkdir -p "$work/empty/WEB-INF"
echo '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"/>' >"$work/empty/WEB-INF/web.xml"
(cd "$work/empty" && jar -cf ../empty.war .)
ticks=$(getconf CLK_TCK)

measure() { # name archive
  java -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m -XX:+UseSerialGC -Xmx768m -jar "$server" --nohazelcast --disablephonehome --port "$port" \
    --prebootcommandfile registry-web/src/main/server/preboot.asadmin --deploy "$2" --contextroot / >"$work/log" 2>&1 &
  pid=$!
  for _ in $(seq 1 600); do
    kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    if curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready" \
      && grep -q 'ready in' "$work/log"; then break; fi
    sleep 0.2
  done
  read -r -a stat <<<"$(sed 's/.*) //' "/proc/$pid/stat")"
  cpu=$(awk -v t="$((stat[11] + stat[12]))" -v hz="$ticks" 'BEGIN { printf "%.1f", t / hz }')
  rss=$(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$pid/status")
  kill "$pid"; wait "$pid" 2>/dev/null || true; pid=
  printf '| %-28s | %6s | %6s |\n' "$1" "$cpu" "$rss"
}

echo "| start to ready               | CPU s  | RSS MiB |"
echo "|---|---|---|"
for _ in $(seq 1 "$rounds"); do
  measure "empty archive" "$work/empty.war"; empty=$cpu
  rm -rf "$work/home"; mkdir -p "$work/home"
  export SCEAU_HOME=$work/home SCEAU_DB_URL="jdbc:h2:file:$work/home/database/registry;LOCK_TIMEOUT=60000" SCEAU_PORT=$port
  measure "registry, first start" registry-web/target/sceau.war; first=$cpu
  measure "registry, second start" registry-web/target/sceau.war; second=$cpu
  unset SCEAU_HOME SCEAU_DB_URL SCEAU_PORT
  awk -v e="$empty" -v f="$first" -v s="$second" \
    'BEGIN { printf "| ratio to the empty archive | first %.1f, second %.1f | limit 5 |\n", f / e, s / e }'
done
