# A scenario to start from.

starter-title = Our community
starter-description = How many people see what members ask us, and how often
starter-head = Who sees what members ask a brand, and how often? Change the numbers below and run
starter-numbers = A number is 130, "100k" or "5%"; a range is "5%..10%" between hard ends, or "5% to 10%" as a 90 % interval.
starter-remarks = What starts with `# ` and a key is what holds unless you say otherwise: remove the `# ` to change it.
starter-explain = { $explain } shows everything that was assumed.
starter-answer = your answer
starter-example = an example: put your own number
starter-nothing = not known, and counted as nothing
starter-uncounted = not counted until it is given
starter-estimate = author’s estimate
starter-derived = derived from { $work }
starter-instead = or, in place of it: { $key }, { $about }
starter-open = { $about }: { $key } (not given; { $unit })
starter-an-hour = { $currency } an hour
starter-a-month = { $currency } a month
starter-hours = hours a week
starter-number = a number
starter-money = As soon as a price or a cost is given, money is counted. Then give `support.wage` and `market.cpm` in { $currency }, too: no figures in this currency are built in.
starter-overlap = Who follows several of them? Unless it is stated, chance decides, times `market.duplication`. To state it, remove the `# ` of the next three lines:
starter-target = A statement whose probability is told. This one holds in about { $n } of 100 futures: put your own goal in its place.
starter-seen = seen { $number } times
starter-reached = { $number } different people reached

# What is asked for one.

ask-head = At most twelve questions. Enter takes what stands in brackets; at the end of the input (Ctrl-D) it is taken for all that follow.
ask-networks = Networks, with a comma between (`reachsim presets` lists them)
ask-title = Name of the scenario
ask-currency = Currency, as an ISO code
ask-followers = Followers, members or subscribers
ask-questions = Questions and remarks that members write in a year
ask-posts = Posts of your own a week
ask-each = { $question } ({ $list }: one number for all, or one for each with `;` between)
ask-market = People who could buy and who use these networks
ask-people = People who answer
ask-people-needed = as many as the questions need
ask-wage = What an hour of the team costs, in { $currency }
ask-margin = What a new customer brings in all, after the cost of goods, in { $currency }
ask-contact = What a call or mail to your service costs, in { $currency }
ask-manager = What managing the communities costs a month, in { $currency }
ask-uncounted = not counted
ask-parts = { $given } numbers for { $n } networks: give one for all, or one for each with `;` between

# Networks that do not tell friends.

unseen-label = Second order
unseen = Friends do not see here who asked. Others are reached by what members pass on or write on their own, and by old answers that are found.
unseen-some = on { $list } friends do not see who asked; others are reached there by what members pass on or write on their own
