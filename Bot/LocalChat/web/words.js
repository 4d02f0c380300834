// What the page itself says, in two languages. What the bot says comes with its cards.

const zh = {
  localChat: "本地聊天", clock: "时钟", chats: "聊天", plus5: "+5 分", plus15: "+15 分", plus60: "+1 小时",
  nextShiftEnd: (time, count) => `到 ${time} 下班 · ${count} 人`, noShiftEnd: "近期没有下班",
  moved: (ran) => (ran ? "到点的事办完了" : "没有到点的事"), clockRefused: "时钟没动",
  addPane: "+ 加一栏", closePane: "关掉这一栏", empty: "还没有消息", send: "发送", attach: "发照片或文件", file: (name) => `文件：${name}`,
  fileOffer: (name, kb) => `${name}，${kb} KB`, takeFile: "收下", leaveFile: "不要", fileTaken: "收下了，文件在下面", fileLeft: "没有收", dismiss: "关掉",
  as: "身份", people: "个人聊天", channels: "频道", channel: "频道", mention: "提到机器人",
  writeTo: "发消息", writeInChannel: "发到频道，@ 了机器人它才收到",
  choose: "选一个聊天", asWhom: "以谁的身份", logOf: (name) => `${name} 的聊天记录`,
  edited: "已更新", deleted: "已撤回", unseen: "没有 @，机器人看不到",
  noCard: "这张卡画不出来", more: "更多",
  unanswered: (status) => `机器人没有应答（${status}）。可以再试一次。`,
  undelivered: (status) => `没送到机器人（${status}）。可以再发一次。`,
  unread: (status) => `聊天记录没取到（${status}）。刷新一下再看。`,
  offline: "连接断了，正在重连…", news: (name, count) => `${name} 有 ${count} 条新消息`,
  roles: {
    staff: "窗口人员", leader: "值班领导", hallLeader: "大厅主任", counsellor: "心理咨询师",
    security: "保安", clerk: "督办", admin: "管理员",
  },
};

const en = {
  localChat: "local chat", clock: "Clock", chats: "Chats", plus5: "+5 min", plus15: "+15 min", plus60: "+1 h",
  nextShiftEnd: (time, count) => `To shift end ${time} · ${count}`, noShiftEnd: "No shift end ahead",
  moved: (ran) => (ran ? "What was due is done" : "Nothing was due"), clockRefused: "The clock did not move",
  addPane: "+ Pane", closePane: "Close this pane", empty: "No messages yet", send: "Send", attach: "Send a photo or file", file: (name) => `File: ${name}`,
  fileOffer: (name, kb) => `${name}, ${kb} KB`, takeFile: "Take it", leaveFile: "No", fileTaken: "Taken: it is below", fileLeft: "Not taken", dismiss: "Dismiss",
  as: "as", people: "Personal chats", channels: "Channels", channel: "Channel", mention: "Mention the bot",
  writeTo: "Type a message", writeInChannel: "Post; the bot gets it with an @",
  choose: "Choose a chat", asWhom: "As whom", logOf: (name) => `Messages of ${name}`,
  edited: "updated", deleted: "deleted", unseen: "no @mention: the bot does not see it",
  noCard: "This card cannot be drawn", more: "More",
  unanswered: (status) => `The bot did not answer (${status}). You can try again.`,
  undelivered: (status) => `This did not reach the bot (${status}). You can send it again.`,
  unread: (status) => `The messages did not load (${status}). Reload the page.`,
  offline: "Connection lost, trying again…", news: (name, count) => `${name}: ${count} new`,
  roles: {
    staff: "counter staff", leader: "duty leader", hallLeader: "hall leader", counsellor: "counsellor",
    security: "security", clerk: "clerk", admin: "administrator",
  },
};

let current = zh;

export const language = () => (current === zh ? "zh" : "en");

export function speak(code) {
  current = code === "en" ? en : zh;
  document.documentElement.lang = language();
}

/** The word of that key; a few take arguments. */
export function word(key, ...args) {
  const found = current[key];
  return typeof found === "function" ? found(...args) : found;
}

export const roleWords = (roles) => roles.map((role) => current.roles[role] ?? role).join(language() === "zh" ? "、" : ", ");

/** Fills everything under `root` that names its word in the markup. */
export function fill(root) {
  for (const each of root.querySelectorAll("[data-word]")) each.textContent = word(each.dataset.word);
  for (const each of root.querySelectorAll("[data-label]")) {
    each.setAttribute("aria-label", word(each.dataset.label));
    if (each.tagName === "BUTTON") each.title = word(each.dataset.label);
  }
}

/** A clock time in the zone of the hall. */
export const time = (at, zone) => format(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const day = (at, zone) => format(at, zone, { month: "short", day: "numeric", weekday: "short" });

function format(at, timeZone, options) {
  return new Intl.DateTimeFormat(language() === "zh" ? "zh-CN" : "en-GB", { timeZone, ...options }).format(new Date(at));
}
