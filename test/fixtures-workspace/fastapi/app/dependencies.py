from fastapi import Depends, HTTPException
from fastapi.security import HTTPBearer

bearer = HTTPBearer(auto_error=False)


def current_caller(credentials=Depends(bearer)):
    if credentials is None or credentials.credentials not in sessions:
        raise HTTPException(status_code=401, headers={"WWW-Authenticate": "Bearer"})
        #                               ^^^ 401 sent fastapi
    return sessions[credentials.credentials]
