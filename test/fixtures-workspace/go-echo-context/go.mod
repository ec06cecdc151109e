module example.com/go-echo-context

go 1.23
