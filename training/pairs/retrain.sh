#!/usr/bin/env bash
# From the micro-affairs and the first twelve planted affairs (the others measure it) to model/pairs/ (about forty minutes on two free cores).
#   training/pairs/retrain.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
python=training/.cache/venv/bin/python
runs=training/runs/pairs
. training/env.sh
mkdir -p "$runs"
affairs=harbour,school,oxygen,dam,oaks,tablets,carehome,savings,boat,transfer,title,ballots
npx tsx training/pairs/rows.ts > "$runs/micro.jsonl"
npx tsx training/pairs/case-rows.ts "affair-${affairs//,/,affair-}" > "$runs/affairs.jsonl"
shuf --random-source=<(yes) -n 5000 "$runs/micro.jsonl" | cat - "$runs/affairs.jsonl" > "$runs/last.jsonl"
"$python" training/pairs/train.py "$runs/micro.jsonl" --out "$runs/micro" --epochs 6 --keep 0.5 --seed 31
# Last, sentences as they stand in whole documents, few of which have anything to do with one another.
"$python" training/pairs/train.py "$runs/last.jsonl" --out "$runs/last" --init "$runs/micro/weights.pt" \
  --epochs 2 --keep 0.4 --lr 8e-5 --head-lr 5e-4 --seed 41
"$python" training/pairs/export.py "$runs/last/weights.pt" model/pairs/
