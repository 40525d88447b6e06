/** The workbench in a real browser, over the program as people start it. One of each for all screens: starting is slow. */
import { afterAll, beforeAll } from 'vitest'
import { badInput } from './screens/bad-input.js'
import { claims } from './screens/claims.js'
import { deciding } from './screens/deciding.js'
import { everyone } from './screens/everyone.js'
import { looking } from './screens/looking.js'
import { lost } from './screens/lost.js'
import { reader } from './screens/reader.js'
import { openWorkbench, type Workbench } from './workbench.js'

let workbench: Workbench
const on = (): Workbench => workbench
beforeAll(async () => {
  workbench = await openWorkbench()
})
afterAll(() => workbench.close())

looking(on)
claims(on)
reader(on)
deciding(on)
everyone(on)
badInput(on)
lost(on)
