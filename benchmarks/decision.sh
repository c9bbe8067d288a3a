#!/usr/bin/env bash
# Decisions a second on a PostgreSQL of its own, beside raw JDBC that writes the same rows; and their median with a journal of a million
# entries beside one of ten thousand. Ends with 1 when a limit is missed. The machine should do nothing else meanwhile.
# Usage: benchmarks/decision.sh [rounds] [decisions a round] [entries of the long journal]      default: 9 800 1000000
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-9}
decisions=${2:-800}
entries=${3:-1000000}
[[ $rounds -ge 7 ]] || { echo "a median needs 7 rounds" >&2; exit 64; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One Maven run: the class path names the classes of the modules where they were compiled.
mvn -q -Dquick ${SCEAU_BENCH_MVN_OPTS:-} -pl benchmarks -am test-compile dependency:build-classpath -DincludeScope=test \
  -Dmdep.outputFile="$work/classpath"
java -XX:+UseSerialGC -Xmx768m -Duser.timezone=UTC ${SCEAU_BENCH_JAVA_OPTS:-} \
  -cp "benchmarks/target/test-classes:$(cat "$work/classpath")" \
  org.sceau.benchmarks.decision.DecisionBenchmark "$work" "$rounds" "$decisions" "$entries"
