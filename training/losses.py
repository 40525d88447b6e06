"""One loss a head, each over the windows that are marked for it (`gold.py`). All are means, so that heads weigh alike whatever the batch holds."""
import torch
from torch.nn import functional as F

UNLIKELY = 5.0  # before anything is learned, a pair of words bears no relation
ACROSS = 0.2  # weight of a pair of words from different passages


def ce(logits, classes):
    return F.cross_entropy(logits.reshape(-1, logits.shape[-1]).float(), classes.reshape(-1), ignore_index=-100)


def syntax_loss(model, h, batch, gold):
    hh = h[gold["at"]]
    arcs = model.arcs(hh, batch["sentence"][gold["at"]])
    labels = model.labels(hh, gold["heads"].clamp(min=0))
    return {"upos": ce(model.upos(hh), gold["upos"]), "arc": ce(arcs, gold["heads"]), "rel": ce(labels, gold["rels"])}


def partial(logits, allowed):
    """-> mean over marked words of how unlikely all their allowed classes are together."""
    score = torch.logsumexp(logits.float().log_softmax(-1).masked_fill(~allowed, -1e9), -1)
    live = allowed.any(-1)
    return -score.masked_fill(~live, 0).sum() / live.sum().clamp(min=1)


def name_loss(model, h, batch, gold):
    return {"names": partial(model.names(h[gold["at"]]), gold["allowed"])}


def mention_loss(model, h, batch, gold):
    return {"mentions": partial(model.mentions(h[gold["at"]]), gold["allowed"])}


def coref_loss(model, h, batch, gold):
    """Marginal likelihood of the true antecedents (Lee et al. 2017), over head words."""
    scores = model.antecedents(h[gold["at"]], batch["same"][gold["at"]]).float()
    dead = batch["live"][gold["at"]] == 0
    scores = scores.masked_fill(F.pad(dead, (0, 1), value=False)[:, None, :], -1e4)
    loss = torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~gold["true"], -1e9), -1)
    return {"coref": (loss * gold["weight"]).sum() / gold["weight"].sum()}


def relation_loss(model, h, batch, gold):
    passage = gold["passage"]
    inside = passage > 0
    same = (passage[:, :, None] == passage[:, None, :]) & inside[:, :, None]
    across = ~same & inside[:, :, None] & inside[:, None, :]
    asked = gold["asked"].gather(1, passage[..., None].expand(-1, -1, gold["asked"].shape[-1]))
    # Between passages nothing holds, whatever the property
    care = same[..., None] * asked[:, :, None] + ACROSS * across[..., None]
    true = torch.zeros_like(care)
    i, a, b, p = gold["true"].unbind(1)
    true[i, a, b, p] = 1
    logits = model.relations(h[gold["at"]]).float().permute(0, 2, 3, 1) - UNLIKELY
    loss = F.binary_cross_entropy_with_logits(logits, true, weight=torch.maximum(care, true), reduction="sum")
    return {"relations": loss / (len(i) + 10)}


def factuality_loss(model, h, batch, gold):
    return {"factuality": F.smooth_l1_loss(model.factuality(h[gold["at"], gold["words"]])[:, 0].float(), gold["values"])}


def attribution_loss(model, h, batch, gold):
    at = gold["at"]
    each = F.cross_entropy(model.stance(h[at]).float().transpose(1, 2), gold["stance"], reduction="none") * batch["live"][at]
    out = {"stance": each.sum() / (gold["stance"] > 0).sum().clamp(min=len(at))}
    if len(gold["kinds"]):
        b, word, kind = gold["kinds"].unbind(1)
        out["kind"] = F.cross_entropy(model.kind(h[b, word]).float(), kind)
    if len(gold["rows"]):
        owner, anchor = gold["rows"].unbind(1)
        out["roles"] = model.crf.loss(model.roles(h, owner, anchor), gold["tags"], batch["live"][owner]).mean() * 0.25
    return out


LOSSES = {"syntax": syntax_loss, "names": name_loss, "mentions": mention_loss, "coref": coref_loss, "facts": relation_loss,
          "factuality": factuality_loss, "attributions": attribution_loss}


def all_losses(model, h, batch, gold, heads=LOSSES):
    """Word vectors and the batch's marks -> {name: loss}, of `heads` only."""
    return {name: loss for head in heads if head in gold for name, loss in LOSSES[head](model, h, batch, gold[head]).items()}
