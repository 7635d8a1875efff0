-- Asks for another page of a table each time: wrk -s pages.lua ADDRESS -- PREFIX STEP COUNT
local prefix, step, count, number = "", 1, 1, 0

function init(args)
  prefix, step, count = args[1], tonumber(args[2]), tonumber(args[3])
end

function request()
  number = (number + 37) % count
  return wrk.format("GET", prefix .. (number * step + 1))
end
