#!/usr/bin/env bash
# From nothing to model/: a virtual environment, training in two rounds (about an hour and three quarters on two free cores), export.
#   WHENCE_DATA=path/to/data training/retrain.sh [SEED]
set -euo pipefail
cd "$(dirname "$0")/.."
seed=${1:-7}
python3 -m venv training/.cache/venv
training/.cache/venv/bin/pip install --quiet --requirement training/requirements.txt
. training/env.sh
train() { training/.cache/venv/bin/python training/train.py "$@"; }
train --seed "$seed" --out "training/runs/seed-$seed-first"
# Warm again (Loshchilov & Hutter 2017), with the grammar drawn twice: its heads learn slowest.
train --seed "$((seed + 4))" --out "training/runs/seed-$seed" --init "training/runs/seed-$seed-first/weights.pt" \
  --epochs 3 --lr 2e-4 --head-lr 1e-3 --sets ewt:2,gum:2,names:1,litbank:0.7,knet:0.8,corpus:1.5,real:2
training/.cache/venv/bin/python training/export.py "training/runs/seed-$seed/weights.pt" model
