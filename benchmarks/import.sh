#!/usr/bin/env bash
# Rows imported a second through the programming interface, on a fresh registry with the embedded database; with the memory it took.
# Needs the built archive: mvn -q -Dquick -DskipTests -pl registry-web -am package
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-100000}
port=${SCEAU_BENCH_PORT:-18322}
work=$(mktemp -d)
trap 'rm -rf "$work"; [ -z "${pid:-}" ] || kill "$pid" 2>/dev/null || true' EXIT
export SCEAU_HOME=$work/home SCEAU_PORT=$port SCEAU_DB_URL="${SCEAU_DB_URL:-jdbc:h2:file:$work/home/database/registry;LOCK_TIMEOUT=60000}"
mkdir -p "$SCEAU_HOME"
java -XX:+UseSerialGC -Xmx768m -jar registry-web/target/payara-micro.jar --nohazelcast --disablephonehome --port "$port" \
  --prebootcommandfile registry-web/src/main/server/preboot.asadmin --deploy registry-web/target/sceau.war --contextroot / \
  >"$work/log" 2>&1 &
pid=$!
for _ in $(seq 1 300); do curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
token=$(tr '{' '\n' <"$SCEAU_HOME/demo-accounts.json" | grep -m 1 '"administrator"' | sed 's/.*"apiToken":"\([^"]*\)".*/\1/')
{
  echo 'family,scheme,scheme_version,reference,decision_year,holder,name,versions,level,scopes,national_security,valid_from,valid_until,status,listed'
  awk -v n="$rows" 'BEGIN { for (i = 1; i <= n; i++)
    printf "passi,passi,2.2,%d,2025,Garance Audit %d,Audit de la filiale %d,,SUBSTANTIAL,ARCHITECTURE_AUDIT|PENETRATION_TEST,no,2025-02-01,2028-02-01,in-force,yes\n", 10000 + i, i % 5000, i }'
} >"$work/rows.csv"
ask() { curl -s -H "Authorization: Bearer $token" "$@"; }
field() { sed "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/"; }
place() { ask -X POST -H 'Prefer: respond-async' --data-binary "@$work/rows.csv" \
  "http://127.0.0.1:$port/api/v1/imports?format=sceau-csv&dryRun=$1" | field id; }
run() { # name dryRun
  begin=$(date +%s.%N)
  id=$(place "$2")
  [[ $id =~ ^[0-9a-f-]{36}$ ]] || { echo "not accepted: $id" >&2; exit 1; }
  while :; do
    job=$(ask "http://127.0.0.1:$port/api/v1/imports/$id")
    state=$(field state <<<"$job")
    case $state in done | failed | cancelled) break ;; esac
    sleep 0.2
  done
  end=$(date +%s.%N)
  rss=$(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$pid/status")
  awk -v n="$rows" -v b="$begin" -v e="$end" -v name="$1" -v s="$state" -v rss="$rss" \
    'BEGIN { printf "| %-24s | %7d | %6.1f | %7.0f | %4d | %s |\n", name, n, e - b, n / (e - b), rss, s }'
  echo "$job" >"$work/job"
}
echo "| import                   | rows    | s      | rows/s  | RSS MiB | state |"
echo "|---|---|---|---|---|---|"
run "dry run" true
run "for real" false
run "again, nothing changed" false
cat "$work/job"; echo
