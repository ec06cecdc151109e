package failure

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Writer makes JSON of what handlers hand over.
func Writer() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Next()
		for _, failed := range c.Errors {
			switch failed.Type {
			case gin.ErrorTypeBind:
				write(c, "The request cannot be read")
			default:
				write(c, failed.Error())
			}
		}
	}
}

func write(c *gin.Context, text string) {
	code := http.StatusBadRequest
	//           ^^^^^^^^^^^^^^^^ 400 sent
	if c.Writer.Status() != http.StatusOK {
		//                          ^^^^^^^^ 200 compared
		code = c.Writer.Status()
	}
	c.JSON(code, gin.H{"error": text})
}

// Refuse answers in the way that all packages do.
func Refuse(c *gin.Context, code int, text string) {
	c.JSON(code, gin.H{"error": text})
}
