#!/usr/bin/env bash
# From the micro-affairs and the planted affairs to model/pairs/, and beside it the networks that were each taught without a fifth of
# the affairs, from whose answers the rest of comparing is learned (WHENCE_PAIRS_FOLDS=training/runs/pairs/folds). Minutes on a
# graphics card; on two free cores some hours. After training/retrain.sh, which fetches the encoder to start from.
#   training/pairs/retrain.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
python=training/.cache/venv/bin/python
runs=training/runs/pairs
. training/env.sh
mkdir -p "$runs/folds"
affairs=$(cd cases && ls -d affair-* | paste -sd,)
npx tsx training/pairs/rows.ts > "$runs/micro.jsonl"
npx tsx training/pairs/case-rows.ts "$affairs" > "$runs/affairs.jsonl"
pieces=2048
if "$python" -c 'import sys, torch; sys.exit(not torch.cuda.is_available())'; then pieces=16384; fi
"$python" training/pairs/train.py --micro "$runs/micro.jsonl" --affairs "$runs/affairs.jsonl" --out "$runs" --folds 5 --freeze \
  --pieces "$pieces" --lr 3e-4 --last-epochs 4 --last-lr 1.2e-4 --last-keep 0.6
"$python" training/pairs/export.py "$runs/weights.pt" model/pairs/
cp "$runs/folds.json" "$runs/folds/"
for fold in 0 1 2 3 4; do "$python" training/pairs/export.py "$runs/fold-$fold.pt" "$runs/folds/fold-$fold/"; done
