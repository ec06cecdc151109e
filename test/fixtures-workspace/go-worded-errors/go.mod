module example.com/go-worded-errors

go 1.23
