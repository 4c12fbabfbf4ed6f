#!/bin/sh
# Runs all tests and prints how much of each module they pass through. The pages are in */target/site/jacoco.
set -eu
cd "$(dirname "$0")/.."

mvn -B -ntp -q -Pcoverage test "$@"
for csv in thalweg-*/target/site/jacoco/jacoco.csv; do
  awk -F, -v module="${csv%%/*}" 'NR > 1 { missed += $4; covered += $5; left += $6; taken += $7 }
    END { printf "%-16s %.1f %% of instructions, %.1f %% of branches\n", module,
          100 * covered / (missed + covered), 100 * taken / (left + taken) }' "$csv"
done
