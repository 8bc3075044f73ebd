// Mail servers for tests. Arguments: module, folder of certificates. Each line of input asks for a server with these options of
// smtp-server (and `certificate`, a name in the folder, and `slow`, milliseconds a mail takes); the answer is its port. Then
// one JSON line for each mail; the line "all" is answered after every mail accepted before it. One account; who is written to decides what is refused.
const [, , modulePath, folder] = process.argv;
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { SMTPServer } = require(modulePath);

const say = (what) => process.stdout.write(JSON.stringify(what) + '\n');
const refusal = (responseCode, text) => Object.assign(new Error(text), { responseCode });
const read = (name) => readFileSync(join(folder, name));

const isOurs = (auth) => auth.username === 'portal' && (auth.password === 'geheim' || auth.accessToken === 'fresh');

function refused(address) {
  switch (address.split('@')[0]) {
    case 'nobody': return refusal(550, `<${address}> unknown here`);
    case 'busy': return refusal(450, 'Try again later');
    case 'elsewhere': return refusal(554, '5.7.1 Relay access denied');
    default: return null;
  }
}

function listen({ certificate = 'certificate', slow = 0, ...options }) {
  const server = new SMTPServer({
    key: read('key.pem'), cert: read(certificate + '.pem'), hideDSN: false, ...options,
    onAuth: (auth, session, done) => {
      session.method = auth.method;
      if (isOurs(auth)) done(null, { user: 'portal' });
      else if (auth.method === 'XOAUTH2') done(null, { data: { status: '401', schemes: 'bearer' } });
      else done(new Error('Invalid username or password'));
    },
    onMailFrom: (address, session, done) => done(address.address.startsWith('stranger@') ? refusal(553, 'Not your address') : null),
    onRcptTo: (address, session, done) => {
      if (address.address.startsWith('hangup@')) [...server.connections].find((c) => c.session === session)._socket.destroy();
      else done(refused(address.address));
    },
    onData: (stream, session, done) => {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0];
        if (to.address.startsWith('unwanted@')) return done(refusal(554, 'Message not wanted'));
        say({
          port: server.server.address().port, session: session.id, secure: session.secure, user: session.user, method: session.method,
          from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address), utf8: !!session.envelope.smtpUtf8,
          envelopeId: session.envelope.dsn?.envid, notify: to.dsn?.notify, data: Buffer.concat(parts).toString('latin1'),
        });
        setTimeout(done, slow);
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1', () => say({ listening: server.server.address().port }));
}

createInterface({ input: process.stdin }).on('line', (line) => (line === 'all' ? say({ all: true }) : listen(JSON.parse(line)))).on('close', () => process.exit(0));
