import { loadKnowledgeNet, measureKnowledgeNet, type Read } from './knowledgenet.js'
import type { Section } from './report.js'

/** KnowledgeNet's fold 3, which nothing was trained or tuned on (folds 1 and 2 were). */
export async function facts(data: string, read: Read): Promise<Section[]> {
  const passages = loadKnowledgeNet(data, [3])
  if (!passages) return []
  const { overlap, text } = await measureKnowledgeNet(passages, read)
  return [
    {
      name: `Typed facts: KnowledgeNet fold 3, ${passages.length} passages`,
      rows: [
        {
          what: 'text F1 (spans overlap, as the set’s evaluator has it)',
          value: 100 * overlap.f1,
          reach: 60,
          best: '75 to 81',
        },
        { what: 'precision', value: 100 * overlap.precision, reach: null, best: '' },
        { what: 'recall', value: 100 * overlap.recall, reach: null, best: '' },
        { what: 'F1 on equal strings (stricter)', value: 100 * text.f1, reach: null, best: '' },
      ],
    },
  ]
}
