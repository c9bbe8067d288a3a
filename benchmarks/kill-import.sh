#!/usr/bin/env bash
# Kills the registry (kill -9) in the midst of imports into its embedded database, starts it again on the same file, and asks: does it open, does
# the import end by itself, do record and journal agree? (ADR 0021.) The file grows with each kill. Ends with 1 when one answer was no.
# Needs the built archive: mvn -q -Dquick -DskipTests -pl registry-web -am package
# Usage: benchmarks/kill-import.sh [kills] [rows of each import]      default: 10 kills, 5000 rows; about five minutes
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-10}
rows=${2:-5000}
export SCEAU_PORT=${SCEAU_BENCH_PORT:-18323} SCEAU_SKIP_BUILD=true
work=$(mktemp -d)
export SCEAU_HOME=$work/home
trap 'kill -9 "${pid:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
url=http://127.0.0.1:$SCEAU_PORT

start() {
  ./run >"$work/log" 2>&1 &
  pid=$!
  for _ in $(seq 1 240); do
    curl -sf -m 2 -o /dev/null "$url/health/ready" && return 0
    sleep 0.5
  done
  return 1
}
token() { tr '{' '\n' <"$SCEAU_HOME/demo-accounts.json" | grep "\"username\":\"$1\"" | sed 's/.*"apiToken":"\([^"]*\)".*/\1/'; }
ask() { curl -s -m 60 -H "Authorization: Bearer $(token "$1")" "${@:2}"; }
field() { sed "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/"; }
await() { # job field pattern tries: until the field of the import looks so
  for _ in $(seq 1 "$4"); do
    found=$(ask admin "$url/api/v1/imports/$1" | field "$2")
    [[ $found =~ $3 ]] && return 0
    sleep 0.1
  done
  return 1
}

start || { cat "$work/log"; exit 1; }
echo "| kill | at % | visas | file, MB | opens | import ends | record agrees |"
echo "|---|---|---|---|---|---|---|"
held=0
for kill in $(seq 1 "$kills"); do
  at=$((60 + kill * 13 % 39))
  {
    echo 'family,reference,holder,name,versions,valid_from,valid_until,status,listed'
    awk -v n="$rows" -v k="$kill" 'BEGIN { for (i = 1; i <= n; i++)
      printf "cspn,K-%d-%d,Garance Audit %d,Produit %d %d,1.%d,2025-03-01,2028-03-01,in-force,yes\n", k, i, i % 50, k, i, i }'
  } >"$work/rows.csv"
  job=$(ask admin -H 'Prefer: respond-async' --data-binary "@$work/rows.csv" "$url/api/v1/imports?format=sceau-csv&dryRun=false" | field id)
  # A kill after the import would count for nothing.
  await "$job" percent "^($(seq -s '|' "$at" 99))$" 1200 || { echo "kill $kill came too late: $found %"; exit 1; }
  at=$found
  kill -9 "$pid"
  wait "$pid" 2>/dev/null || true
  opens=no ends=no agrees=no visas=-
  if start; then
    opens=yes
    await "$job" state '^done$' 900 && ends=yes
    ask audit "$url/api/v1/record/comparison" | grep -q '"equal":true' && agrees=yes
    visas=$(curl -s -m 60 "$url/api/v1/catalogue?scheme=cspn&size=1" | field total)
  fi
  size=$(du -m "$SCEAU_HOME/database/registry.mv.db" | cut -f1)
  echo "| $kill | $at | $visas | $size | $opens | $ends | $agrees |"
  [ "$opens$ends$agrees" = yesyesyes ] || { held=1; break; }
done
exit $held
