#!/usr/bin/env bash
# From the micro-affairs and the planted affairs to model/pairs/ (about half an hour on two free cores). The networks of the two halves have
# each not seen the planted affairs of the other: what is learned from the cases beside a network's answers (training/apart.ts with
# WHENCE_FOLDS) takes them from a network that did not know the case.
#   training/pairs/retrain.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
python=training/.cache/venv/bin/python
runs=training/runs
. training/env.sh
mkdir -p "$runs/pairs" "$runs/folds"
one=affair-harbour,affair-school,affair-oxygen,affair-dam,affair-oaks
other=affair-tablets,affair-carehome,affair-savings,affair-boat,affair-transfer
npx tsx training/pairs/rows.ts > "$runs/pairs/micro.jsonl"
npx tsx training/pairs/case-rows.ts "$one" > "$runs/pairs/one.jsonl"
npx tsx training/pairs/case-rows.ts "$other" > "$runs/pairs/other.jsonl"
shuf --random-source=<(yes) -n 4000 "$runs/pairs/micro.jsonl" > "$runs/pairs/some.jsonl"
train() { "$python" training/pairs/train.py "$@"; }
train "$runs/pairs/micro.jsonl" --out "$runs/pairs/micro" --epochs 8 --keep 0.6 --seed 19
finish() { # name, rows ...
  local name=$1
  shift
  cat "$runs/pairs/some.jsonl" "$@" > "$runs/pairs/$name.jsonl"
  train "$runs/pairs/$name.jsonl" --out "$runs/pairs/$name" --init "$runs/pairs/micro/weights.pt" --epochs 2 --keep 0.5 --lr 8e-5 --head-lr 5e-4 --seed 23
}
finish A "$runs/pairs/other.jsonl"
finish B "$runs/pairs/one.jsonl"
finish all "$runs/pairs/one.jsonl" "$runs/pairs/other.jsonl"
for half in A B; do "$python" training/pairs/export.py "$runs/pairs/$half/weights.pt" "$runs/folds/$half/"; done
node -e 'const of = (n, l) => l.split(",").map((c) => [c, n]); console.log(JSON.stringify(Object.fromEntries([...of("A", process.argv[1]), ...of("B", process.argv[2])])))' "$one" "$other" > "$runs/folds/folds.json"
"$python" training/pairs/export.py "$runs/pairs/all/weights.pt" model/pairs/
