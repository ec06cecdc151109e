package failure

type Failure struct {
	Code    int
	Message string
}

func (f *Failure) Error() string { return f.Message }

func New(code int, message string) *Failure {
	return &Failure{Code: code, Message: message}
}

// What a program ends with is no status.
type Exit struct {
	Code int
}
