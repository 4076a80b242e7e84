return ['a\tb'.expandtabs(), 'a\tb'.expandtabs(4), '\t'.expandtabs(2), 'ab\tc\nd\te'.expandtabs(3), 'abc\td'.expandtabs(0)]
