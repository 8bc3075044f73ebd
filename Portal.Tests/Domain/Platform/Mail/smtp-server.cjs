// A mail server for tests: STARTTLS, one account, says what it got as one JSON line per mail. Arguments: module, key, certificate.
const [, , modulePath, key, cert] = process.argv;
const { readFileSync } = require('node:fs');
const { SMTPServer } = require(modulePath);

const say = (what) => process.stdout.write(JSON.stringify(what) + '\n');
const server = new SMTPServer({
  key: readFileSync(key), cert: readFileSync(cert),
  authMethods: ['PLAIN', 'LOGIN'],
  onAuth: (auth, session, done) => auth.username === 'portal' && auth.password === 'geheim'
    ? done(null, { user: 'portal' }) : done(new Error('Invalid username or password')),
  onRcptTo: (address, session, done) => address.address.startsWith('nobody@')
    ? done(Object.assign(new Error(`<${address.address}> unknown here`), { responseCode: 550 })) : address.address.startsWith('busy@')
      ? done(Object.assign(new Error('Try again later'), { responseCode: 450 })) : done(),
  onData: (stream, session, done) => {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      say({ secure: session.secure, user: session.user, from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address), data: Buffer.concat(parts).toString('latin1') });
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => say({ port: server.server.address().port }));
process.stdin.on('end', () => process.exit(0)).resume();
