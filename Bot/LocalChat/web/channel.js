// The routes of the local channel: reading, speaking, pressing, and news as it happens.

async function call(path, body) {
  const response = await fetch(path, body === undefined ? undefined : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw Object.assign(new Error(`${path}: ${response.status}`), { status: response.status });
  return response.json();
}

const conversation = (id) => `/chat/api/conversations/${encodeURIComponent(id)}`;

export const people = () => call("/chat/api/people");
export const transcript = (id) => call(conversation(id));
export const say = (id, person, text) => call(`${conversation(id)}/messages`, { person, text });
export async function sendFile(id, person, file) {
  const path = `${conversation(id)}/files?person=${encodeURIComponent(person)}&name=${encodeURIComponent(file.name)}`;
  const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
  if (!response.ok) throw Object.assign(new Error(`${path}: ${response.status}`), { status: response.status });
  return response.json();
}
export const answerFile = (id, said) => call(`${conversation(id)}/consents`, said);
export const press = (id, pressed) => call(`${conversation(id)}/presses`, pressed);
export const clock = () => call("/dev/clock");
export const shiftEnds = () => call("/dev/shift-ends");
export const moveClock = (to) => call("/dev/clock", to);

/** Every new or changed activity after `change`; the browser reconnects and asks for what it missed. */
export function listen(change, { onEntry, onReset, onState }) {
  const events = new EventSource(`/chat/api/events?after=${change}`);
  events.addEventListener("activity", (event) => onEntry(JSON.parse(event.data)));
  events.addEventListener("reset", onReset);
  events.addEventListener("open", () => onState(true));
  events.addEventListener("error", () => {
    onState(false);
    // A refused connection is not tried again by the browser itself.
    if (events.readyState === EventSource.CLOSED) setTimeout(onReset, 3000);
  });
}
