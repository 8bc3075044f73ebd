-- Sends each draft once. Every thread takes its own share of the file of tokens.
local threads = 0

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init(args)
  tokens, at, sent = {}, 0, 0
  cookie, body = args[2], args[3]
  local number = 0
  for token in io.lines(args[1]) do
    if number % tonumber(args[4]) == id then tokens[#tokens + 1] = token end
    number = number + 1
  end
end

function request()
  at = at + 1
  -- Out of drafts: ask for something that cannot be taken for a submission.
  if at > #tokens then return wrk.format("GET", "/healthz") end
  return wrk.format("POST", "/request/check",
    { ["Cookie"] = cookie .. "; draft=" .. tokens[at], ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end
