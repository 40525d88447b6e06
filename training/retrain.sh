#!/usr/bin/env bash
# From nothing to model/: a virtual environment, training (about an hour and a quarter on two cores), export.
#   WHENCE_DATA=path/to/data training/retrain.sh [SEED]
set -euo pipefail
cd "$(dirname "$0")/.."
seed=${1:-7}
python3 -m venv training/.cache/venv
training/.cache/venv/bin/pip install --quiet --requirement training/requirements.txt
. training/env.sh
training/.cache/venv/bin/python training/train.py --seed "$seed" --out "training/runs/seed-$seed"
training/.cache/venv/bin/python training/export.py "training/runs/seed-$seed/weights.pt" model
