#!/usr/bin/env bash
# What the second wall (ADR 0035) costs on a PostgreSQL of its own: questions of the registry behind it, beside the same ones of a role before
# which there is none and that is told nothing. The machine should do nothing else meanwhile.
# Usage: benchmarks/wall.sh [dossiers] [rounds] [questions a round]      default: 20000 9 300
set -euo pipefail
cd "$(dirname "$0")/.."
dossiers=${1:-20000}
rounds=${2:-9}
questions=${3:-300}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mvn -q -Dquick ${SCEAU_BENCH_MVN_OPTS:-} -pl benchmarks -am test-compile dependency:build-classpath -DincludeScope=test \
  -Dmdep.outputFile="$work/classpath"
java -XX:+UseSerialGC -Xmx768m -Duser.timezone=UTC ${SCEAU_BENCH_JAVA_OPTS:-} \
  -cp "benchmarks/target/test-classes:$(cat "$work/classpath")" \
  org.sceau.benchmarks.wall.WallBenchmark "$dossiers" "$rounds" "$questions"
