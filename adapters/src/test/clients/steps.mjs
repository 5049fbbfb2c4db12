// Each step prints one line: its name and what came of it. The test reads them.
export const address = process.env.VENUE_ADDRESS;
export const stream = address.replace("http:", "ws:");
export const keyId = process.env.VENUE_KEY;
export const secret = process.env.VENUE_SECRET;

export async function step(name, work) {
    try {
        console.log(`${name}: ${JSON.stringify(await work())}`);
    } catch (failed) {
        console.log(`${name}: FAILED ${failed?.stack ?? failed}`);
    }
}

// A promise, and what keeps or breaks it from outside; broken by itself after two minutes.
export function expectation(what) {
    let keep;
    const kept = new Promise((resolve, reject) => {
        keep = resolve;
        setTimeout(() => reject(new Error(`no ${what} came`)), 120000).unref();
    });
    kept.catch(() => {});
    return { keep, kept };
}

export function end() {
    process.exit(0);
}
