/** Starts another program of this project. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a program in the project's folder with this terminal, and gives its exit code. With `capture`, its standard output
 * is also kept and given back.
 */
export function run(command, args, { capture = false, quiet = false, env = {}, cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
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
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a JavaScript file of an installed package, without a shell, so that it works on every system alike. */
export const runPackage = (file, args, options) =>
  run(process.execPath, [`node_modules/${file}`, ...args], options)

/** npm itself: the one that started this script, else the one on the path. */
export function npm(args, options) {
  const own = process.env.npm_execpath
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], options) : run('npm', args, options)
}
