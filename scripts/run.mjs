/** Starts another program of this project. */
import { spawn, spawnSync } from 'node:child_process'
import { clearTimeout, setTimeout } from 'node:timers'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a program in the project's folder with this terminal, and gives its exit code. With `capture`, its standard output
 * is also kept and given back. With `limit`, it and all that it started are ended after so many seconds.
 */
export function run(command, args, { capture = false, quiet = false, env = {}, cwd = ROOT, limit = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      // A group of its own, so that all it started ends with it.
      detached: limit > 0 && process.platform !== 'win32',
      env: { ...process.env, ...env },
      stdio: ['inherit', capture || quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    let output = ''
    const keep = (to) => (chunk) => {
      output += chunk
      if (!quiet) to.write(chunk)
    }
    child.stdout?.on('data', keep(process.stdout))
    child.stderr?.on('data', keep(process.stderr))
    const timer = limit > 0 && setTimeout(() => stop(child, command, args, limit), 1000 * limit)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => {
      if (timer) clearTimeout(timer)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Says what still runs, then ends it: whoever waits for a result gets one, and can see what hung. */
function stop(child, command, args, limit) {
  console.error(
    `\n${[command, ...args].join(' ').slice(0, 200)} was stopped after ${limit} seconds. Running:`,
  )
  const { stdout } = spawnSync('ps', ['-eo', 'pid,ppid,pgid,stat,wchan:20,etime,time,args'], {
    encoding: 'utf8',
  })
  for (const line of (stdout ?? '').split('\n').filter((l) => /node|chrom|postgres|STAT/.test(l)))
    console.error(line.slice(0, 240))
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}

/** Runs a JavaScript file of an installed package, without a shell, so that it works on every system alike. */
export const runPackage = (file, args, options) =>
  run(process.execPath, [`node_modules/${file}`, ...args], options)

/** npm itself: the one that started this script, else the one on the path. */
export function npm(args, options) {
  const own = process.env.npm_execpath
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], options) : run('npm', args, options)
}
